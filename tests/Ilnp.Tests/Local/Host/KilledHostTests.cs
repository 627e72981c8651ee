using System.Globalization;
using System.Net;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Tests.WholeCohort;
using Xunit.Abstractions;

namespace Ilnp.Tests.Local.Host;

/// <summary>
/// Host and storage are killed in one moment while applications come in, again and again. Whoever was answered 202 is
/// there at the end, and has one mail at most. <c>ILNP_KILLS=20</c> kills more often.
/// </summary>
public sealed class KilledHostTests(ITestOutputHelper output) : IDisposable
{
    const int Senders = 3;
    const int MostBetweenKills = 40;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("ILNP_KILLS") ?? "4", CultureInfo.InvariantCulture);

    readonly RunFolder folder = new RunFolder(Directory.CreateTempSubdirectory("ilnp-killed-host-").FullName).Prepare();
    readonly int port = PilotProcess.FreePort();
    readonly HashSet<int> acknowledged = [];
    int next;

    [Fact]
    public async Task GivenHostAndStorageKilledInOneMoment_WhenStartedAgain_ThenNothingAcknowledgedIsMissing()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        LocalSecrets.Keep(folder, KnownKeys.Root);
        var file = folder.File("cohort.json");
        await File.WriteAllTextAsync(file, HostProcessTests.Settings(HostProcessTests.Today.AddDays(-1)));

        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = await StartAsync(file);
            await SendAsync(random.Next(MostBetweenKills) + 1, () => host.KillWithAsync(StorageProcess()));
        }

        using var last = await StartAsync(file);
        foreach (var number in acknowledged) await Applicants.KnownAsync(number);
        last.Interrupt();
        var (code, words) = await last.EndAsync(Patience);

        Assert.True(code == 0, words);
        var mailbox = new LocalMailbox(folder.Mail);
        var mails = (await Task.WhenAll(mailbox.List().Select(entry => mailbox.ReadAsync(entry.FileName)))).OfType<MailboxMail>().ToList();
        Assert.DoesNotContain(mails.CountBy(mail => (mail.Entry.Template, mail.To[0].Address)), mail => mail.Value > 1);
        output.WriteLine($"{Kills} kills, {acknowledged.Count} applications acknowledged, all there; {mails.Count} mails");
    }

    ApplicantsOfTheHost Applicants => new(port);

    async Task<PilotProcess> StartAsync(string file)
    {
        var host = PilotProcess.StartHostWith(ApplicantsOfTheHost.Crowd, folder.Root, port, "--cohort", file, "--passed");
        await host.UntilSaidAsync("begins empty there", Patience);
        return host;
    }

    /// <summary>Named by the lock that it holds.</summary>
    int StorageProcess() =>
        int.Parse(File.ReadAllText(Path.Combine(folder.Azurite, ".azurite.lock")).Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Several at a time, and kills in their midst when so many more are acknowledged.</summary>
    async Task SendAsync(int more, Func<Task> kill)
    {
        var enough = acknowledged.Count + more;
        using var gone = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(_ => SendUntilAsync(gone.Token)).ToList();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5)); // real time: what other processes do
        using var limit = new CancellationTokenSource(Patience);
        while (Acknowledged() < enough) await look.WaitForNextTickAsync(limit.Token);
        await kill();
        await gone.CancelAsync();
        await Task.WhenAll(senders);
    }

    int Acknowledged()
    {
        lock (acknowledged) return acknowledged.Count;
    }

    async Task SendUntilAsync(CancellationToken gone)
    {
        using var client = Applicants.Client();
        while (!gone.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref next);
            try
            {
                using var request = Applicants.Application(number);
                using var answer = await client.SendAsync(request, gone);
                if (answer.StatusCode != HttpStatusCode.Accepted) continue;
                lock (acknowledged) acknowledged.Add(number);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                // Killed while it was asked: what was not answered need not be there.
            }
        }
    }

    public void Dispose() => Directory.Delete(folder.Root, recursive: true);
}
