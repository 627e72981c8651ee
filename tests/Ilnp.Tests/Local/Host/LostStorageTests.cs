using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FunctionsHost.Azurite;
using Ilnp.Local.Running;
using Ilnp.Tests.WholeCohort;
using Xunit.Abstractions;

namespace Ilnp.Tests.Local.Host;

/// <summary>Storage ends or hangs under a running <c>host</c>: people are told soon, it comes back, and nothing is lost.</summary>
public sealed class LostStorageTests(ITestOutputHelper output) : IDisposable
{
    const int Applications = 5;

    static readonly string[] Telling = ["Azurite, the", "Azurite runs", "torage does not", "torage that", "warn:", "fail:"];

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What is promised is two seconds; a machine that builds and tests beside it takes its share.</summary>
    static readonly TimeSpan ToBeTold = TimeSpan.FromSeconds(3);

    readonly RunFolder folder = new RunFolder(Directory.CreateTempSubdirectory("ilnp-lost-storage-").FullName).Prepare();
    readonly int port = PilotProcess.FreePort();

    ApplicantsOfTheHost Applicants => new(port);

    [Theory, InlineData("-KILL"), InlineData("-STOP")]
    public async Task GivenApplications_WhenAzuriteEndsOrHangs_ThenPeopleAreToldSoonAndAllGoesOn(string signal)
    {
        using var host = await StartAsync([]);
        for (var number = 0; number < Applications; number++) await TakenAsync(number);
        await Applicants.KnownAsync(number: 0);

        Signal(signal, Azurite());
        var begun = Stopwatch.StartNew();
        var toldAfter = await OutageAsync(mayBeOver: signal == "-KILL");
        output.WriteLine($"{signal}: answered after {toldAfter.TotalSeconds:0.0} s");
        var said = await host.UntilSaidAsync("Azurite runs again", Patience);
        output.WriteLine($"{signal}: Azurite runs again after {begun.Elapsed.TotalSeconds:0.0} s");
        await TakenAsync(Applications);
        output.WriteLine($"{signal}: the next application is taken after {begun.Elapsed.TotalSeconds:0.0} s");

        Assert.True(toldAfter < ToBeTold, $"{toldAfter}");
        Assert.Contains("it is started again (restart 1, at most 5 times in 10 minutes)", said, StringComparison.Ordinal);
        for (var number = 0; number <= Applications; number++) await Applicants.KnownAsync(number);
        output.WriteLine($"{signal}: all {Applications + 1} people are there after {begun.Elapsed.TotalSeconds:0.0} s");
        host.Interrupt();
        var (code, words) = await host.EndAsync(Patience);
        Assert.True(code == 0, words);
        output.WriteLine(AboutStorage(words));
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAzuriteThatHangs_WhenTheHostIsEnded_ThenItEndsSoon()
    {
        using var host = await StartAsync([]);
        Signal("-STOP", Azurite());

        await EndsSoonAsync(host, "hung Azurite of our own");
    }

    [Theory, InlineData("-KILL"), InlineData("-STOP")]
    public async Task GivenStorageOfSomebodyElse_WhenItIsLost_ThenItIsNamedAndTheHostEndsSoon(string signal)
    {
        var data = Path.Combine(folder.Root, "account");
        var account = await AzuriteProcess.StartAsync(new(data, ProjectFolder.Azurite));
        using var host = await StartAsync(new() { ["AzureWebJobsStorage"] = account.ConnectionString });
        var well = await HealthAsync();
        Signal(signal, Azurite(data));
        var toldAfter = await OutageAsync();
        output.WriteLine($"an account's {signal}: answered after {toldAfter.TotalSeconds:0.0} s");

        var said = await host.UntilSaidAsync("The storage that AzureWebJobsStorage names does not answer", Patience);
        var unwell = await UnwellAsync();
        await EndsSoonAsync(host, $"an account's {signal}");
        await account.DisposeAsync();

        Assert.Equal((HttpStatusCode.OK, "The app is ready."), (well.Status, well.Says));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unwell.Status);
        Assert.Equal("The app is not ready: Storage does not answer. The task hub does not answer.", unwell.Says);
        output.WriteLine($"{signal}: /health/ready said so after {unwell.Took.TotalSeconds:0.0} s");
        Assert.True(unwell.Took < ToBeTold, $"{unwell.Took}");
        Assert.True(toldAfter < ToBeTold, $"{toldAfter}");
        Assert.DoesNotContain("AccountKey", said, StringComparison.Ordinal);
    }

    async Task<PilotProcess> StartAsync(Dictionary<string, string> environment)
    {
        if (!File.Exists(folder.StateFile("secret"))) LocalSecrets.Keep(folder, KnownKeys.Root);
        var file = folder.File("cohort.json");
        await File.WriteAllTextAsync(file, HostProcessTests.Settings(HostProcessTests.Today.AddDays(-1)));
        var variables = new Dictionary<string, string>(ApplicantsOfTheHost.Crowd.Concat(environment));
        var host = PilotProcess.StartHostWith(variables, folder.Root, port, "--cohort", file, "--passed");
        await host.UntilSaidAsync("signs in once", Patience);
        return host;
    }

    async Task<HttpResponseMessage> ApplyAsync(int number)
    {
        using var client = Applicants.Client();
        using var request = Applicants.Application(number);
        return await client.SendAsync(request);
    }

    /// <summary>
    /// How long the answer took that says that there is an outage; or that has what was asked for, where storage was
    /// back before the app had given up asking it.
    /// </summary>
    async Task<TimeSpan> OutageAsync(bool mayBeOver = false)
    {
        var asked = Stopwatch.StartNew();
        using var answer = await Applicants.AskAsync(number: 0);
        var took = asked.Elapsed;
        if (mayBeOver && answer.StatusCode == HttpStatusCode.OK) return took;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Please try again in a minute", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return took;
    }

    /// <summary>Asked again until it is taken.</summary>
    async Task TakenAsync(int number)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100)); // real time: what another process does
        using var limit = new CancellationTokenSource(Patience);
        while (await look.WaitForNextTickAsync(limit.Token))
        {
            using var answer = await ApplyAsync(number);
            if (answer.StatusCode == HttpStatusCode.Accepted) return;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }
    }

    async Task<(HttpStatusCode Status, string? Says, TimeSpan Took)> HealthAsync()
    {
        using var client = Applicants.Client();
        var asked = Stopwatch.StartNew();
        using var answer = await client.GetAsync("health/ready");
        var said = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return (answer.StatusCode, (string?)said!["says"], asked.Elapsed);
    }

    /// <summary>Once what was read before is too old.</summary>
    async Task<(HttpStatusCode Status, string? Says, TimeSpan Took)> UnwellAsync()
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200)); // real time: what another process does
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await HealthAsync() is { Status: not HttpStatusCode.OK } unwell) return unwell;
            await look.WaitForNextTickAsync(limit.Token);
        }
    }

    async Task EndsSoonAsync(PilotProcess host, string of)
    {
        var ending = Stopwatch.StartNew();
        host.Interrupt();
        var (code, words) = await host.EndAsync(Patience);
        output.WriteLine($"With {of} the host ended {ending.Elapsed.TotalSeconds:0.0} s after Ctrl-C. {AboutStorage(words)}");
        Assert.Equal(0, code);
        Assert.True(ending.Elapsed < TimeSpan.FromSeconds(10), $"{ending.Elapsed}");
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    /// <summary>What was said of it, in between what may be long.</summary>
    static string AboutStorage(string words) =>
        string.Join(Environment.NewLine, words.Split(Environment.NewLine).Where(IsTelling));

    static bool IsTelling(string line) => Telling.Any(part => line.Contains(part, StringComparison.Ordinal));

    int Azurite() => Azurite(folder.Azurite);

    /// <summary>Named by the lock that it holds.</summary>
    static int Azurite(string data) =>
        int.Parse(File.ReadAllText(Path.Combine(data, ".azurite.lock")).Split(' ')[0], CultureInfo.InvariantCulture);

    static void Signal(string signal, int process) => Process.Start("kill", [signal, $"{process}"]).WaitForExit();

    public void Dispose() => Directory.Delete(folder.Root, recursive: true);
}
