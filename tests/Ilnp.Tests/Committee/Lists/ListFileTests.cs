using System.Net;
using System.Text;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using MiniExcelLibs;

namespace Ilnp.Tests.Committee.Lists;

/// <summary>A list as a file has what its filter finds, and nothing that a spreadsheet would run.</summary>
public sealed class ListFileTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenAFilter_WhenTheListIsTakenAsAFile_ThenItHasAllThatWereFound()
    {
        var (cohort, cookie) = await CohortAsync();

        var all = await RowsAsync($"/cohorts/{cohort}/people?file=xlsx", cookie);
        var some = await RowsAsync($"/cohorts/{cohort}/people?country=DE&file=xlsx", cookie);
        var groups = await RowsAsync($"/cohorts/{cohort}/groups?file=xlsx", cookie);

        Assert.Equal(60, all.Count);
        Assert.Equal(30, some.Count);
        Assert.Equal("'=HYPERLINK(1)", all[0]["Name"]);
        Assert.Contains("Person 2", $"{Assert.Single(groups)["Members"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAList_WhenItIsTakenAsCsv_ThenItIsMarkedAsUtf8AndNamed()
    {
        var (cohort, cookie) = await CohortAsync();

        using var response = await GetAsync($"/cohorts/{cohort}/people?q=Person%2059&file=csv", cookie);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal($"{cohort}-people.csv", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(2, Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public async Task GivenNobodySignedIn_WhenTheFileIsAskedFor_ThenThereIsNone()
    {
        var (cohort, _) = await CohortAsync();
        using var response = await GetAsync($"/cohorts/{cohort}/people?file=xlsx", null);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    async Task<(string Cohort, string Cookie)> CohortAsync()
    {
        var cohort = await web.CohortAsync([.. Enumerable.Range(1, 60).Select(number => SampleCohort.Person(
            "", $"P{number}", number == 1 ? "=HYPERLINK(1)" : $"Person {number}", number % 2 == 0 ? "DE" : "GH", Standing.Active) with
            {
                FirstAppliedAt = web.Clock.Now.AddMinutes(number),
                GroupId = number <= 2 ? "G001" : null,
            })]);
        await web.Get<GroupStore>().TryAddAsync(new()
        {
            CohortId = cohort,
            GroupId = "G001",
            Members = ["P1", "P2"],
            Status = GroupStatus.Active,
            LiaisonId = "liaison",
            FormedAt = web.Clock.Now,
        });
        return (cohort, await CommitteeVisit.SignInAsync(web, cohort));
    }

    async Task<IReadOnlyList<IDictionary<string, object?>>> RowsAsync(string path, string cookie)
    {
        using var response = await GetAsync(path, cookie);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        return [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>()];
    }

    async Task<HttpResponseMessage> GetAsync(string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await web.Client.SendAsync(request);
    }
}
