using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Ilnp.Tests.WholeCohort;

/// <summary>
/// The same cohort again, after a run that was killed on its way: it starts anew and says so, and what comes of it is what came
/// of the run that was left alone. So two runs with one seed and the same keys are the same, and nothing of a killed one is left.
/// </summary>
[Collection(WholeCohortRuns.Name)]
public sealed partial class KilledCohortTests(FinishedCohort cohort) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ilnp-killed-");

    [Fact]
    public async Task GivenARunKilledOnItsWay_WhenStartedAgain_ThenItStartsAnewAndGivesWhatAWholeRunGives()
    {
        var mails = new Random(2020).Next(cohort.Mails.Count);
        using (var killed = PilotProcess.Start(folder.FullName, cohort.Port))
            await killed.KillWhenAsync(() => MailCount() > mails, Patience);

        using var last = PilotProcess.StartStaying(folder.FullName, cohort.Port);
        await OpenAsync(Address().Matches(await last.UntilSaidAsync("Ctrl-C ends it", Patience)).Select(match => match.Value));
        last.Interrupt();
        var (code, output) = await last.EndAsync(Patience);

        Assert.True(code == 0, output);
        Assert.Contains("this one starts anew", output, StringComparison.Ordinal);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(cohort.Folder, "pairs.csv")),
            await File.ReadAllTextAsync(Path.Combine(folder.FullName, "pairs.csv")));
        Assert.Equal(Prints(cohort.Folder, "mail"), Prints(folder.FullName, "mail"));
        Assert.Equal(Prints(cohort.Folder, "certificates"), Prints(folder.FullName, "certificates"));
    }

    /// <summary>Every address that it named leads to a page, the mailbox among them.</summary>
    static async Task OpenAsync(IEnumerable<string> addresses)
    {
        var pages = new Dictionary<string, string>();
        using var browser = new HttpClient();
        foreach (var address in addresses) pages[address] = await browser.GetStringAsync(address);
        Assert.Contains(
            pages,
            page =>
                page.Key.Contains("/mailbox?key=", StringComparison.Ordinal)
                    && page.Value.Contains("href=\"/mailbox/", StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Key.EndsWith($"/cohorts/{FinishedCohort.Settings.Id}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();

    int MailCount()
    {
        var mail = Path.Combine(folder.FullName, "mail");
        return Directory.Exists(mail) ? Directory.EnumerateFiles(mail, "*.eml").Count() : 0;
    }

    static List<string> Prints(string folder, string part) =>
        [.. Directory.GetFiles(Path.Combine(folder, part)).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")];

    public void Dispose() => folder.Delete(recursive: true);
}
