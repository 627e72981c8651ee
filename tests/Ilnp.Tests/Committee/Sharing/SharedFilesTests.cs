using System.Net;
using Ilnp.Committee.Sharing;
using Ilnp.Mail.Ledger;
using Ilnp.Orchestration;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Programme.PersonalData;
using Ilnp.Tests.Pages;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Ilnp.Tests.Committee.Sharing;

/// <summary>
/// A cohort's files in the committee's shared drive: current, nobody's changes lost, nobody in them who asked to be erased.
/// </summary>
public sealed class SharedFilesTests(DriveWebHostFixture web) : IClassFixture<DriveWebHostFixture>
{
    static readonly string[] Names = [SharedContents.Answers, SharedContents.Pairs, SharedContents.Roster];

    [Fact]
    public async Task GivenACohort_WhenItsFilesAreShared_ThenTheyNameEverybodyAndAreNotWrittenAgainWhereNothingChanged()
    {
        var cohort = await CohortAsync();
        await ShareAsync(cohort);
        var first = await FilesAsync(cohort);
        web.Clock.Now += TimeSpan.FromHours(3);

        await web.Get<PeopleStore>().UpdateAsync(cohort, "P2", person => person with { Name = "=Ming" });
        await ShareAsync(cohort);

        Assert.Equal(Names, first.Select(file => file.Name));
        var rows = MiniExcel.Query(PathOf(cohort, SharedContents.Roster), useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["Zoë Müller", "'=Ming"], rows.Select(row => row["Name"]));
        Assert.Equal("p1@library.example", rows[0]["Mail address"]);
        var second = await FilesAsync(cohort);
        Assert.Equal(
            [SharedContents.Roster],
            second.Where(file => file.WrittenAt != first.Single(one => one.Name == file.Name).WrittenAt).Select(file => file.Name));
    }

    [Fact]
    public async Task GivenAFileThatSomebodyChanged_WhenItIsWritten_ThenTheirsIsKeptForThirtyDaysAndTheLeadsAreTold()
    {
        var cohort = await CohortAsync();
        await ShareAsync(cohort);
        await File.WriteAllTextAsync(PathOf(cohort, SharedContents.Roster), "theirs");

        await web.Get<PeopleStore>().UpdateAsync(cohort, "P2", person => person with { Name = "Ming Wang" });
        await ShareAsync(cohort);
        await ShareAsync(cohort);

        var kept = Assert.Single((await FilesAsync(cohort)).Single(file => file.Name == SharedContents.Roster).Kept);
        Assert.Equal("theirs", await File.ReadAllTextAsync(PathOf(cohort, kept.Name)));
        Assert.Single(await web.Get<MailLedger>().ListAsync(cohort), mail => mail.Template == "file-kept");
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        Assert.Contains(
            kept.Name, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/shared", cookie)).Html, StringComparison.Ordinal);

        web.Clock.Now += SharedFiles.KeptFor + TimeSpan.FromMinutes(1);
        await ShareAsync(cohort);
        Assert.False(File.Exists(PathOf(cohort, kept.Name)));
        Assert.Empty((await FilesAsync(cohort)).Single(file => file.Name == SharedContents.Roster).Kept);
    }

    [Fact]
    public async Task GivenAWriteThatEndedHalfWay_WhenItRunsAgain_ThenNothingOfTheAppsIsTakenForSomebodysWork()
    {
        var cohort = await CohortAsync();
        await ShareAsync(cohort);
        foreach (var file in await FilesAsync(cohort))
            await web.Get<SharedFileStore>().PutAsync(
                cohort,
                file with { Hash = "earlier", Tag = "earlier", Begun = new(file.Hash!, "aside.xlsx", web.Clock.Now) },
                default);

        await web.Get<PeopleStore>().UpdateAsync(cohort, "P2", person => person with { Name = "Ming Wang" });
        await ShareAsync(cohort);

        Assert.All(await FilesAsync(cohort), file => Assert.True(file is { Begun: null, Kept.Count: 0 }));
    }

    [Fact]
    public async Task GivenSomebodyWhoIsErased_WhenItIsDone_ThenNoFileHasThemAndWhatOthersKeptIsGone()
    {
        var cohort = await CohortAsync();
        await ShareAsync(cohort);
        await File.WriteAllTextAsync(PathOf(cohort, SharedContents.Roster), "Zoë Müller, and a note of mine");
        await web.Get<PeopleStore>().UpdateAsync(cohort, "P2", person => person with { Name = "Ming Wang" });
        await ShareAsync(cohort);
        await File.WriteAllTextAsync(PathOf(cohort, SharedContents.Pairs), "Zoë Müller, and another note");
        await web.Get<PeopleStore>().UpdateAsync(cohort, "P1", person => ErasedPersonRule.Of(person, web.Clock.Now));

        await Data.EraseAsync(new(cohort, "P1"), default);

        Assert.Equal(
            ["file-gone", "file-kept"],
            (await web.Get<MailLedger>().ListAsync(cohort)).Select(mail => mail.Template).Order(StringComparer.Ordinal));
        Assert.Equal(Names, Directory.GetFiles(PathOf(cohort, "")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var name in Names)
            Assert.DoesNotContain(
                MiniExcel.Query(PathOf(cohort, name)).Cast<IDictionary<string, object?>>().SelectMany(row => row.Values),
                cell => $"{cell}".Contains("Müller", StringComparison.Ordinal) || $"{cell}".Contains("p1@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenSomebodyInSharedFiles_WhenTheirDataAreShown_ThenTheFilesAreNamed()
    {
        var cohort = await CohortAsync();
        var words = web.Get<TextShelf>().In("en");
        Assert.Empty(await Data.ExportAsync(new(cohort, "P1"), words, default));

        await ShareAsync(cohort);

        Assert.Contains(
            SharedContents.Roster, Assert.Single(Assert.Single(await Data.ExportAsync(new(cohort, "P1"), words, default)).Lines).Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenACohortWhoseTimeIsOver_WhenItIsForgotten_ThenItsFilesAreDeleted()
    {
        var cohort = await CohortAsync();
        await ShareAsync(cohort);

        Assert.Equal(Names.Length, await Data.ForgetAsync(cohort, 100, default));

        Assert.Empty(Directory.GetFiles(PathOf(cohort, "")));
        Assert.Equal(0, await Data.ForgetAsync(cohort, 100, default));
    }

    [Fact]
    public async Task GivenADriveThatRefuses_WhenALeadPresses_ThenThePageSaysWhyAndErasureWaits()
    {
        var cohort = await CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        await File.WriteAllTextAsync(PathOf(cohort, ""), "a file where the folder should be");

        var (status, _) = await CommitteeVisit.PressAsync(web, $"/cohorts/{cohort}/shared", cookie);
        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/shared?done=1", cookie);

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("Not all could be written", html, StringComparison.Ordinal);
        Assert.Contains("The drive has not answered since", html, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TransientFailure>(() => Data.EraseAsync(new(cohort, "P1"), default));
        File.Delete(PathOf(cohort, ""));
        await ShareAsync(cohort);
        Assert.All(await FilesAsync(cohort), file => Assert.Null(file.Problem));
    }

    [Fact]
    public async Task GivenACommittee_WhenTheySeeThePage_ThenLeadsAloneDo()
    {
        var cohort = await CohortAsync();
        var liaison = await CommitteeVisit.SignInAsync(web, cohort, "liaison");

        Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/shared", liaison)).Status);
    }

    IPersonalData Data => web.Services.GetServices<IPersonalData>().Single(data => data.What.Name == "shared-files");

    Task<string> CohortAsync() => web.CohortAsync(
        SampleCohort.Person("", "P1", "Zoë Müller", "DE", Standing.Eligible),
        SampleCohort.Person("", "P2", "王小明", "CN", Standing.Eligible));

    async Task ShareAsync(string cohort) =>
        Assert.True(await web.Get<SharedFiles>().ShareAsync(await web.Get<CohortStore>().GetAsync(cohort), default));

    Task<IReadOnlyList<SharedFile>> FilesAsync(string cohort) => web.Get<SharedFileStore>().ListAsync(cohort);

    string PathOf(string cohort, string name) => Path.Combine(web.Folder.FullName, cohort, name).TrimEnd('/');
}
