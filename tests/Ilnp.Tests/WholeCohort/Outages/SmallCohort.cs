using System.Security.Cryptography;
using System.Text.Json;
using FunctionsHost;
using FunctionsHost.Azurite;
using Ilnp.Certificates;
using Ilnp.Cohort;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Pilot.Results;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Storage;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Simulation.Time;

namespace Ilnp.Tests.WholeCohort.Outages;

/// <summary>A cohort of a few people, from their applications to the report, on the real worker in this process.</summary>
sealed record SmallCohort
{
    const int Seed = 2020;

    static readonly Behaviour Crowd = new()
    {
        SilentPartners = 1, Leavers = 1, MidSurveyAnswers = 9, FinalSurveyAnswers = 9, CertificateWishes = 7,
    };

    public static PilotInput Input { get; } = Read();

    public required OrchestrationRuntimeStatus Status { get; init; }

    /// <summary>Ids of orchestrations that did not complete.</summary>
    public required IReadOnlyList<string> Stopped { get; init; }

    /// <summary>Everybody's groups, with all that is known of them but the moments.</summary>
    public required IReadOnlyList<string> Pairs { get; init; }

    /// <summary>People, with the print of their file.</summary>
    public required IReadOnlyList<string> Certificates { get; init; }

    /// <summary>Kind, reader, copies and subject of each.</summary>
    public required IReadOnlyList<string> Mails { get; init; }

    /// <summary>When storage was asked.</summary>
    public required IReadOnlyList<DateTimeOffset> Asked { get; init; }

    /// <summary>What the crowd did: when, what, and what came of it.</summary>
    public required IReadOnlyList<(DateTimeOffset At, string Act, string Outcome)> Journal { get; init; }

    /// <param name="fault">How storage fails.</param>
    /// <param name="outages">When.</param>
    public static async Task<SmallCohort> PlayAsync(StorageFault fault, IReadOnlyList<Outage> outages)
    {
        var folder = Directory.CreateTempSubdirectory("ilnp-outages-");
        try
        {
            return await PlayAsync(new RunFolder(folder.FullName).Prepare(), fault, outages);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<SmallCohort> PlayAsync(RunFolder folder, StorageFault fault, IReadOnlyList<Outage> planned)
    {
        await using var azurite = await AzuriteProcess.StartAsync(new(DataFolder: null, ProjectFolder.Azurite));
        var storage = await StorageFaults.BeforeAsync(azurite.ConnectionString);
        await using var clock = new SimulatedClock(Input.Begin);
        var secrets = LocalSecrets.FromSeed(Seed);
        var own = (FunctionsApp.InProcess)LocalRun.OwnApp with { Configure = Hasten };
        var run = new LocalRun(own, folder, PilotProcess.FreePort(), secrets, EngineKind.Simulation, clock, IsQuiet: true);
        await using var app = await LocalApp.OverAsync(storage, storage.ConnectionString, run, default);
        var outages = new Outages(clock, storage, fault, planned);
        await using (var town = Town.Open(app, clock, Input, secrets, Crowd, new Draw(Seed), folder, new CrowdCounts(), default))
            await CohortPlay.PlayAsync(app, clock, Input.Settings, town, default);
        outages.Stop();
        Assert.Equal(0, outages.Left);
        return await ReadAsync(app, folder, outages.Asked);
    }

    /// <summary>A storage client's own waits are on real time, which stands for nothing here.</summary>
    static void Hasten(Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder builder) =>
        builder.Services.Configure<StorageTries>(tries => tries.FirstWait = TimeSpan.FromMilliseconds(1));

    static async Task<SmallCohort> ReadAsync(LocalApp app, RunFolder folder, IReadOnlyList<DateTimeOffset> asked)
    {
        var records = await CohortRecords.LoadAsync(app, Input.Settings, default);
        var certificates = app.Get<CertificateStore>();
        var cohort = await app.Orchestrations.GetInstanceAsync(InstanceIds.Cohort(Input.Settings.Id));
        var stopped = new List<string>();
        await foreach (var instance in app.Orchestrations.GetAllInstancesAsync())
            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed) stopped.Add($"{instance.InstanceId} {instance.RuntimeStatus}");
        return new()
        {
            Status = cohort!.RuntimeStatus,
            Stopped = stopped,
            Pairs = [.. records.Groups.Select(group => $"{group.GroupId} {string.Join('+', group.Members)} {group.LiaisonId} {group.Round} {group.Score} {group.Status}")],
            Certificates = [.. await Task.WhenAll((await certificates.ListAsync(Input.Settings.Id)).Select(async person =>
                $"{person} {Convert.ToHexStringLower(SHA256.HashData((await certificates.FindAsync(Input.Settings.Id, person))!))}"))],
            Mails = [.. (await FinishedCohort.MailsAsync(folder.Root)).Select(Line).Order(StringComparer.Ordinal)],
            Asked = asked,
            Journal = [.. File.ReadLines(folder.StateFile("crowd.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(act => (act.GetProperty("at").GetDateTimeOffset(), act.GetProperty("act").GetString()!, act.GetProperty("outcome").GetString()!))],
        };
    }

    static string Line(MailboxMail mail) =>
        $"{mail.Entry.Template} {string.Join(',', mail.To.Concat(mail.Cc).Select(party => party.Address))} {mail.Subject}";

    static PilotInput Read()
    {
        var pilot = PilotInput.Read(new(
            ProjectFolder.Sample("applications-2020-google-forms.csv"), ProjectFolder.Sample("cohort-2020.json"), Seed, new RunFolder("."), Exit: true, Port: 0));
        var settings = pilot.Settings with
        {
            CapacityPairs = 7,
            Dates = pilot.Settings.Dates with { Months = 2, MidSurvey = pilot.Settings.Dates.Introduce.AddMonths(1) },
            Availability = pilot.Settings.Availability with { ReservePairs = 4 },
        };
        return new(settings, [.. pilot.Rows.Take(36)]);
    }
}
