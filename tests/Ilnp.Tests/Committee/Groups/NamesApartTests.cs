using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Committee.Acts;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;
using Group = Ilnp.Programme.Group;

namespace Ilnp.Tests.Committee.Groups;

/// <summary>A group whose members' names run both ways, on every page that names them: each name by itself.</summary>
public sealed partial class NamesApartTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    static readonly string[] Names = [IsolatedTests.Latin, IsolatedTests.Arabic, IsolatedTests.Hebrew];

    [Fact]
    public async Task GivenNamesOfBothDirections_WhenAnyPageListsThem_ThenNoElementHoldsTwoOfThem()
    {
        var cohort = await CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        await web.Get<CommitteeActStore>().DoOnceAsync(
            cohort, "note", new("G001", web.Clock.Now, "lead", "note") { Note = "Written to." }, _ => Task.FromResult(true), default);
        var (_, group) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/groups/G001", cookie);
        string[] paths =
        [
            "", "/groups", "/groups/G001", "/people", "/people/P1", "/matching", "/audit", "/committee", "/mails-in-doubt",
            .. Ways().Matches(group).Select(way => WebUtility.HtmlDecode(way.Groups[1].Value)),
        ];
        Assert.True(paths.Length > 10);
        foreach (var path in paths)
        {
            var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}{path}", cookie);
            Assert.Equal(HttpStatusCode.OK, status);
            IsolatedTests.AssertApart(html, Names, path);
        }

        foreach (var name in Names) Assert.Contains($"<bdi>{name}</bdi>", Heading().Match(group).Value, StringComparison.Ordinal);
    }

    async Task<string> CohortAsync()
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        var settings = SampleCohort.Settings(id);
        await web.Get<CohortStore>().TryAddAsync(settings);
        foreach (var (number, name) in Names.Index())
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(id, $"P{number + 1}", name, "DE", Standing.Active) with { GroupId = "G001" });
        await web.Get<GroupStore>().PutManyAsync(id, [Group(id, "G001", GroupStatus.Active), Group(id, "G002", GroupStatus.Proposed)]);
        return id;
    }

    Group Group(string cohort, string id, GroupStatus status) => new()
    {
        CohortId = cohort,
        GroupId = id,
        Members = ["P1", "P2", "P3"],
        Status = status,
        LiaisonId = "liaison",
        FormedAt = web.Clock.Now.AddDays(-1),
    };

    [GeneratedRegex("href=\"/cohorts/[^\"/]+(/groups/G001/do/[^\"]+)\"")]
    private static partial Regex Ways();

    [GeneratedRegex("<h1>.*</h1>")]
    private static partial Regex Heading();
}
