using FunctionsHost;
using FunctionsHost.Azurite;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Storage;
using Ilnp.Tests.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Simulation.Time;

namespace Ilnp.Tests.WholeCohort.Outages;

/// <summary>
/// All that a cohort of a few people needs: the app on its real worker in this process, its crowd, and storage that can fail.
/// </summary>
sealed class SmallStage : IAsyncDisposable
{
    public const int Seed = 2020;

    static readonly Behaviour Crowd = new()
    {
        SilentPartners = 1,
        Leavers = 1,
        MidSurveyAnswers = 9,
        FinalSurveyAnswers = 9,
        CertificateWishes = 7,
    };

    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("ilnp-small-");
    readonly AzuriteProcess azurite;

    SmallStage(AzuriteProcess azurite, StorageFaults storage)
    {
        (this.azurite, Storage) = (azurite, storage);
        Folder = new RunFolder(root.FullName).Prepare();
    }

    public static PilotInput Input { get; } = Read();

    public RunFolder Folder { get; }

    public StorageFaults Storage { get; }

    public SimulatedClock Clock { get; } = new(Input.Begin);

    public LocalApp App { get; private set; } = null!;

    public Town Town { get; private set; } = null!;

    /// <param name="input">Other applications than the sample's; null for those.</param>
    /// <param name="more">What the app is told besides.</param>
    /// <param name="crowd">People of another kind.</param>
    /// <param name="seed">Of their behaviour.</param>
    public static async Task<SmallStage> OpenAsync(
        PilotInput? input = null, Action<FunctionsApplicationBuilder>? more = null, Behaviour? crowd = null, int seed = Seed)
    {
        var azurite = await AzuriteProcess.StartAsync(new(DataFolder: null, ProjectFolder.Azurite));
        var stage = new SmallStage(azurite, await StorageFaults.BeforeAsync(azurite.ConnectionString));
        var secrets = new LocalSecrets(KnownKeys.Root);
        var app = (FunctionsApp.InProcess)LocalRun.OwnApp with { Configure = builder => { Hasten(builder); more?.Invoke(builder); } };
        var run = new LocalRun(app, stage.Folder, PilotProcess.FreePort(), secrets, EngineKind.Simulation, stage.Clock, IsQuiet: true);
        stage.App = await LocalApp.OverAsync(LocalStorage.Given(stage.Storage.ConnectionString, stage.Storage), run, default);
        stage.Town = Town.Open(
            stage.App, stage.Clock, input ?? Input, secrets, crowd ?? Crowd, new Draw(seed), stage.Folder, new CrowdCounts(), default);
        return stage;
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        await App.DisposeAsync();
        await Clock.DisposeAsync();
        await azurite.DisposeAsync();
        root.Delete(recursive: true);
    }

    /// <summary>A storage client's own waits are on real time, which stands for nothing here.</summary>
    static void Hasten(FunctionsApplicationBuilder builder) =>
        builder.Services.Configure<StorageTries>(tries => tries.FirstWait = TimeSpan.FromMilliseconds(1));

    static PilotInput Read()
    {
        var pilot = PilotInput.Read(new(
            ProjectFolder.Sample("applications-2020-google-forms.csv"),
            ProjectFolder.Sample("cohort-2020.json"), Seed, new RunFolder("."), Exit: true, Port: 0));
        var settings = pilot.Settings with
        {
            CapacityPairs = 7,
            Dates = pilot.Settings.Dates with { Months = 2, MidSurvey = pilot.Settings.Dates.Introduce.AddMonths(1) },
            Availability = pilot.Settings.Availability with { ReservePairs = 4 },
        };
        return new(settings, [.. pilot.Rows.Take(36)]);
    }
}
