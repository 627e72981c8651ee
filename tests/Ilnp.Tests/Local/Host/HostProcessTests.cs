using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using FunctionsHost.Azurite;
using Ilnp.Local.Running;
using Ilnp.Tests.WholeCohort;

namespace Ilnp.Tests.Local.Host;

/// <summary><c>host</c> as a newcomer meets it: what it says, that all of it is true, and that Ctrl-C is a good end.</summary>
public sealed partial class HostProcessTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The host lives in real time.</summary>
    internal static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ilnp-host-");
    readonly int port = PilotProcess.FreePort();

    [Fact]
    public async Task GivenANewcomer_WhenTheHostIsStartedAndACohortIsPosted_ThenEverythingItNamesIsThereAndCtrlCEndsItWell()
    {
        using (var host = PilotProcess.StartHost(folder.FullName, port))
        {
            var said = await host.UntilSaidAsync("--data-binary", Patience);
            using var browser = new HttpClient();
            foreach (var address in Address().Matches(said).Select(match => match.Value)
                .Where(address => !address.Contains("cohorts?", StringComparison.Ordinal)))
                Assert.Contains("<h1>", await browser.GetStringAsync(address), StringComparison.Ordinal);

            var start = Curl().Match(said).Groups[1].Value;
            using var answer = await browser.PostAsync(start, new StringContent(Settings(Today.AddDays(30))));
            var (code, output) = await EndAsync(host);

            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            Assert.Contains("is an example's address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(code == 0, output);
            Assert.DoesNotContain("fail:", output, StringComparison.Ordinal);
        }

        using var again = PilotProcess.StartHost(folder.FullName, port);
        var known = await again.UntilSaidAsync("begins empty there", Patience);
        using var lead = new HttpClient();
        using var signedIn = await lead.PostAsync(SignIn().Match(known).Groups[1].Value, null);
        Assert.Equal("/cohorts/next", signedIn.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        var (last, words) = await EndAsync(again);
        Assert.True(last == 0, words);
    }

    [Fact]
    public async Task GivenACohortWhoseDaysAreOver_WhenTheHostIsToStartIt_ThenItSaysWhatWouldHappenAndEnds()
    {
        var file = Path.Combine(folder.FullName, "cohort.json");
        await File.WriteAllTextAsync(file, Settings(new(2020, 3, 2)));
        using var host = PilotProcess.StartHost(Path.Combine(folder.FullName, "data"), port, "--cohort", file);

        var (code, output) = await host.EndAsync(Patience);

        Assert.Equal(1, code);
        Assert.Contains("dates.introduce: 2020-05-01 has passed: pairs are introduced at once.", output, StringComparison.Ordinal);
        Assert.Contains("Nothing is started.", output, StringComparison.Ordinal);
        Assert.Contains("option --passed.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnotherRunInTheFolder_WhenTheHostStarts_ThenItNamesItsOwnOption()
    {
        using var first = PilotProcess.StartHost(folder.FullName, port);
        await first.UntilSaidAsync("--data-binary", Patience);
        using var second = PilotProcess.StartHost(folder.FullName, PilotProcess.FreePort());

        var (code, output) = await second.EndAsync(Patience);

        Assert.Equal(1, code);
        Assert.Contains("name another folder with --data.", output, StringComparison.Ordinal);
        await EndAsync(first);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0} 1 a-word")]
    public async Task GivenALockLeftByAProcessWhoseNumberAnotherHas_WhenStorageStarts_ThenItDoes(string left)
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, ".azurite.lock"), string.Format(CultureInfo.InvariantCulture, left, Environment.ProcessId));
        await using var azurite = await AzuriteProcess.StartAsync(new(folder.FullName, ProjectFolder.Azurite));
        Assert.Empty(new TableServiceClient(azurite.ConnectionString).Query());
    }

    [Fact]
    public async Task GivenStorageThatRuns_WhenAnotherStartsOnTheSameFolder_ThenItIsRefused()
    {
        await using var first = await AzuriteProcess.StartAsync(new(folder.FullName, ProjectFolder.Azurite));
        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() =>
            AzuriteProcess.StartAsync(new(folder.FullName, ProjectFolder.Azurite)));
        Assert.Contains($"still uses {folder.FullName}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAStorageAccountInTheEnvironment_WhenTheHostStarts_ThenEverythingIsThere()
    {
        await using var account = await AzuriteProcess.StartAsync(new(DataFolder: null, ProjectFolder.Azurite));
        using var host = PilotProcess.StartHostWith(new() { ["AzureWebJobsStorage"] = account.ConnectionString }, folder.FullName, port);
        await host.UntilSaidAsync("--data-binary", Patience);

        Assert.False(Directory.Exists(new RunFolder(folder.FullName).Azurite));
        Assert.Contains(
            new TableServiceClient(account.ConnectionString).Query(),
            table => table.Name.StartsWith("IlnpHub", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, (await EndAsync(host)).Code);
    }

    [Fact]
    public async Task GivenMailSettingsInTheEnvironment_WhenTheyAreNotWhole_ThenAllThatIsMissingIsTold()
    {
        using var host = PilotProcess.StartHostWith(
            new() { ["Mail__Sender"] = "smtp", ["Smtp__Password"] = "secret-word" }, folder.FullName, port);

        var (code, output) = await host.EndAsync(Patience);

        Assert.Equal(1, code);
        foreach (var line in new[] { "Smtp:Host is missing", "Smtp:User and Smtp:Password belong together", "must be of your own domain" })
            Assert.Contains(line, output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", output, StringComparison.Ordinal);
    }

    static async Task<(int Code, string Output)> EndAsync(PilotProcess host)
    {
        host.Interrupt();
        return await host.EndAsync(Patience);
    }

    /// <summary>Of a cohort that is announced on a day and takes applications for twenty days.</summary>
    internal static string Settings(DateOnly announce) => $$"""
        {
          "id": "next", "name": "The next round", "timeZone": "Europe/Oslo", "capacityPairs": 5,
          "dates": {
            "announce": "{{announce:yyyy-MM-dd}}", "applicationsClose": "{{announce.AddDays(20):yyyy-MM-dd}}", "askAvailability": "{{announce.AddDays(30):yyyy-MM-dd}}",
            "availabilityCloses": "{{announce.AddDays(40):yyyy-MM-dd}}", "introduce": "{{announce.AddDays(60):yyyy-MM-dd}}", "midSurvey": "{{announce.AddDays(90):yyyy-MM-dd}}", "months": 3
          },
          "committee": [{ "id": "ada", "name": "Ada", "email": "ada@example.org", "roles": ["lead", "liaison"], "liaisonLoad": 5 }]
        }
        """;

    [GeneratedRegex(@"http://[^\s;""]+")]
    private static partial Regex Address();

    [GeneratedRegex("curl -X POST \"([^\"]+)\"")]
    private static partial Regex Curl();

    [GeneratedRegex(@"signs in once at (\S+)")]
    private static partial Regex SignIn();

    public void Dispose() => folder.Delete(recursive: true);
}
