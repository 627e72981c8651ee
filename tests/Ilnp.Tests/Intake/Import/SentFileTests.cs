using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ilnp.Programme;
using Ilnp.Tests.Committee.Import;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Intake.Import;

/// <summary>Files that calls with the function key bring in a form, as <c>curl -F</c> sends them.</summary>
public sealed class SentFileTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    static readonly byte[] Answers = ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe"), ImportVisit.Row(3, "Bao Vu"));

    [Theory]
    [InlineData("file")]
    [InlineData("answers")]
    public async Task GivenAFormWithOneFile_WhenPosted_ThenTheFileIsImported(string field)
    {
        var cohort = await web.CohortAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Answers), field, "answers.csv" } };

        var (status, said) = await PostAsync($"cohorts/{cohort}/applications", form);
        await ImportVisit.EndedAsync(web, cohort);

        Assert.Equal((HttpStatusCode.Accepted, 2), (status, said.GetProperty("rows").GetInt32()));
        Assert.Equal(["Bao Vu", "Rosa Quispe"], (await web.Get<PeopleStore>().ListAsync(cohort)).Select(person => person.Name).Order());
    }

    public static TheoryData<MultipartFormDataContent> Others() =>
    [
        [],
        new() { { new StringContent("Rosa Quispe"), "name" } },
        new() { { new ByteArrayContent(Answers), "file", "answers.csv" }, { new ByteArrayContent(Answers), "file", "more.csv" } },
        new() { { new ByteArrayContent(Answers), "file", "answers.csv" }, { new StringContent("true"), "dayFirst" } },
        new() { { new StringContent("true"), "dayFirst" }, { new ByteArrayContent(Answers), "file", "answers.csv" } },
    ];

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public async Task GivenAFormOfAnythingElse_WhenPosted_ThenNothingIsReadAndTheRightCallIsShown(MultipartFormDataContent form)
    {
        var cohort = await web.CohortAsync();

        var (status, said) = await PostAsync($"cohorts/{cohort}/applications", form);

        Assert.Equal((HttpStatusCode.BadRequest, 0), (status, await ImportVisit.EndedAsync(web, cohort)));
        Assert.EndsWith(
            $"/cohorts/{cohort}/applications -H x-functions-key:KEY --data-binary @answers.csv", Problem(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAFormThatBreaksOff_WhenPosted_ThenNothingIsRead()
    {
        var cohort = await web.CohortAsync();
        using var broken = new ByteArrayContent(
            Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nTimestamp,"));
        broken.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };

        var (status, said) = await PostAsync($"cohorts/{cohort}/applications", broken);

        Assert.Equal((HttpStatusCode.BadRequest, 0), (status, await ImportVisit.EndedAsync(web, cohort)));
        Assert.StartsWith("This is a form", Problem(said), StringComparison.Ordinal);
    }

    /// <summary>It is read as a settings file, and its mistake told: it has none of them.</summary>
    [Fact]
    public async Task GivenSettingsInAForm_WhenPosted_ThenTheyAreReadAsTheyAreWithoutOne()
    {
        using var alone = new StringContent("{}");
        using var form = new MultipartFormDataContent { { new StringContent("{}"), "file", "cohort.json" } };
        using var two = new MultipartFormDataContent
        {
            { new StringContent("{}"), "a", "cohort.json" },
            { new StringContent("{}"), "b", "cohort.json" },
        };

        var (status, read) = await PostAsync("cohorts", form);
        var (refused, said) = await PostAsync("cohorts", two);

        Assert.Equal((HttpStatusCode.BadRequest, (await PostAsync("cohorts", alone)).Said.GetRawText()), (status, read.GetRawText()));
        Assert.EndsWith("/cohorts -H x-functions-key:KEY --data-binary @cohort.json", Problem(said), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused);
    }

    static string? Problem(JsonElement said) => said.GetProperty("problems").EnumerateArray().Single().GetString();

    async Task<(HttpStatusCode Status, JsonElement Said)> PostAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{path}") { Content = content };
        request.Headers.Add("x-functions-key", WebHostFixture.FunctionKey);
        using var answer = await web.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
