using System.Diagnostics;
using System.Net;
using Ilnp.Local.Running;
using Ilnp.Tests.WholeCohort;
using Xunit.Abstractions;

namespace Ilnp.Tests.Local.Host;

/// <summary>A disk that fills up under a run: one sentence, an end in good order, and going on when there is room.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly int port = PilotProcess.FreePort();

    [FactOnASmallDisk]
    public Task GivenAHost_WhenTheDiskIsNearlyFull_ThenItEndsInGoodOrderAndGoesOnWithRoom() => HostAsync(left: 1 << 20);

    [FactOnASmallDisk]
    public Task GivenAHost_WhenTheDiskIsFullInOneMoment_ThenItEndsAndGoesOnWithRoom() => HostAsync(left: 0);

    async Task HostAsync(long left)
    {
        using var disk = SmallDisk.Of(megabytes: 24);
        var folder = new RunFolder(Path.Combine(disk.Folder, "data")).Prepare();
        LocalSecrets.Keep(folder, KnownKeys.Root);
        var applicants = new ApplicantsOfTheHost(port);
        var taken = new List<int>();
        using (var host = await StartAsync(folder))
        {
            for (var number = 0; number < 5; number++) await ApplyAsync(number);
            foreach (var number in taken) await applicants.KnownAsync(number);
            disk.Fill(left);
            var full = Stopwatch.StartNew();
            for (var number = 5; number < 8; number++) await ApplyAsync(number);
            var (code, words) = await host.EndAsync(Patience);
            output.WriteLine($"Ended {full.Elapsed.TotalSeconds:0.0} s after the disk had {left} bytes, {taken.Count} applications taken:");
            output.WriteLine(Last(words));
            ToldOnce(code, words, folder);
        }

        using (var refused = PilotProcess.StartHost(folder.Root, port))
        {
            var (code, words) = await refused.EndAsync(Patience);
            output.WriteLine(words);
            ToldOnce(code, words, folder);
        }

        disk.MakeRoom();
        using var again = await StartAsync(folder);
        foreach (var number in taken) await applicants.KnownAsync(number);
        again.Interrupt();
        var (last, said) = await again.EndAsync(Patience);
        Assert.True(last == 0, said);

        async Task ApplyAsync(int number)
        {
            try
            {
                using var client = applicants.Client();
                using var request = applicants.Application(number);
                using var answer = await client.SendAsync(request);
                if (answer.StatusCode == HttpStatusCode.Accepted) taken.Add(number);
            }
            catch (HttpRequestException)
            {
                // The host has ended: what was not answered need not be there.
            }
        }
    }

    [FactOnASmallDisk]
    public async Task GivenAPilot_WhenTheDiskHasTooLittleRoom_ThenItSaysHowMuchItNeeds()
    {
        using var disk = SmallDisk.Of(megabytes: 24);
        using var pilot = PilotProcess.Start(disk.Folder, port);

        var (code, words) = await pilot.EndAsync(Patience);

        output.WriteLine(words);
        ToldOnce(code, words, new RunFolder(disk.Folder));
    }

    [FactOnASmallDisk]
    public async Task GivenAPilot_WhenTheDiskIsFullOnItsWay_ThenItEndsAndTheNextBeginsAnew()
    {
        using var disk = SmallDisk.Of(megabytes: 64);
        var folder = new RunFolder(disk.Folder);
        using (var pilot = PilotProcess.Start(disk.Folder, port))
        {
            await pilot.UntilAsync(() => Directory.Exists(folder.Mail) && Directory.EnumerateFiles(folder.Mail, "*.eml").Any(), Patience);
            disk.Fill(bytesLeft: 0);
            var full = Stopwatch.StartNew();
            var (code, words) = await pilot.EndAsync(Patience);
            output.WriteLine($"Ended after {full.Elapsed.TotalSeconds:0.0} s:{Environment.NewLine}{Last(words)}");
            ToldOnce(code, words, folder);
        }

        disk.MakeRoom();
        using var again = PilotProcess.Start(disk.Folder, port);
        await again.UntilSaidAsync("this one starts anew", Patience);
    }

    [FactOnASmallDisk]
    public async Task GivenAMatch_WhenTheDiskHasTooLittleRoom_ThenItSaysHowMuchItNeedsAndTheResultsBeforeStay()
    {
        using var disk = SmallDisk.Of(megabytes: 2);
        var pairs = Path.Combine(disk.Folder, "pairs.csv");
        await File.WriteAllTextAsync(pairs, "of the run before");
        using var match = PilotProcess.Run([], "match", "--out", disk.Folder);

        var (code, words) = await match.EndAsync(Patience);

        output.WriteLine(words);
        ToldOnce(code, words, new RunFolder(disk.Folder), "Make room and run this again.");
        Assert.Equal("of the run before", await File.ReadAllTextAsync(pairs));
    }

    [FactOnASmallDisk]
    public async Task GivenAMeasurement_WhenTheDiskHasTooLittleRoom_ThenItSaysHowMuchItNeedsAndLeavesNothing()
    {
        using var disk = SmallDisk.Of(megabytes: 24);
        using var bench = PilotProcess.Run(new() { ["TMPDIR"] = disk.Folder }, "bench", "mail", "--mails", "10");

        var (code, words) = await bench.EndAsync(Patience);

        output.WriteLine(words);
        ToldOnce(code, words, new RunFolder(Path.Combine(disk.Folder, "ilnp-bench-mail-")), "Make room and measure again.");
        Assert.Empty(Directory.GetFileSystemEntries(disk.Folder, "ilnp-*"));
    }

    static void ToldOnce(int code, string words, RunFolder folder, string then = "Make room and start again; what is there is kept.")
    {
        Assert.Equal(1, code);
        var told = Assert.Single(
            words.Split(Environment.NewLine), line => line.Contains($"the disk of {folder.Root}", StringComparison.Ordinal));
        Assert.Contains(" MB are needed. ", told, StringComparison.Ordinal);
        Assert.EndsWith(then, told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", words, StringComparison.Ordinal);
    }

    async Task<PilotProcess> StartAsync(RunFolder folder)
    {
        var file = folder.File("cohort.json");
        await File.WriteAllTextAsync(file, HostProcessTests.Settings(HostProcessTests.Today.AddDays(-1)));
        var host = PilotProcess.StartHostWith(ApplicantsOfTheHost.Crowd, folder.Root, port, "--cohort", file, "--passed");
        await host.UntilSaidAsync("begins empty there", Patience);
        return host;
    }

    static string Last(string words) => string.Join(Environment.NewLine, words.TrimEnd().Split(Environment.NewLine).TakeLast(6));
}
