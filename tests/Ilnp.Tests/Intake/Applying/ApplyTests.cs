using System.Net;
using Ilnp.Intake;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Intake.Applying;

public sealed class ApplyTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    static readonly DateTimeOffset Open = new(2020, 3, 15, 12, 0, 0, TimeSpan.Zero);

    static (string Name, string Value)[] Filled => ApplyVisit.Filled;

    public void Dispose() => web.Clock.Now = new(2020, 4, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task GivenAFilledForm_WhenPosted_ThenItGoesThroughIntakeOnce()
    {
        web.Clock.Now = Open;
        var cohort = await web.CohortAsync();
        using var first = await PostAsync(cohort, Filled);
        using var second = await PostAsync(cohort, Filled);

        Assert.Equal(
            (HttpStatusCode.SeeOther, $"/apply/{cohort}?done=1&lang=en"), (first.StatusCode, first.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        var person = Assert.Single(await PeopleAsync(cohort));
        Assert.Equal(("Zoë Müller", "DE", "Europe/Berlin", 4), (person.Name, person.Country, person.TimeZone, person.YearsOfExperience));
        Assert.Equal(["de", "en"], person.Languages);
        Assert.Equal(Standing.Eligible, person.Standing);
        Assert.Single(await web.Get<ApplicationStore>().ListAsync(cohort));
    }

    [Fact]
    public async Task GivenTheOptionalQuestions_WhenAnswered_ThenThePersonCarriesTheAnswers()
    {
        web.Clock.Now = Open;
        var cohort = await web.CohortAsync();
        var page = await web.Client.GetStringAsync($"/apply/{cohort}?lang=en");
        foreach (var field in new[] { "q-careerStage-4", "q-partner-3", "q-offers-3", "q-seeks-3", "q-rhythm-3", "q-tools-5" })
            Assert.Contains($"id=\"{field}\"", page, StringComparison.Ordinal);
        foreach (var words in new[] { "Mid-career", "Every two weeks", "WhatsApp" })
            Assert.Contains($">{words}</label>", page, StringComparison.Ordinal);
        using var answer = await PostAsync(cohort,
        [
            .. Filled, ("careerStage", "middle"), ("partner", "different"),
            ("offers", "Metadata"), ("offers", "Open access"), ("offers", ""),
            ("seeks", "Children and youth services"), ("rhythm", "fortnightly"), ("tools", "email"), ("tools", "video"),
        ]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var person = Assert.Single(await PeopleAsync(cohort));
        Assert.Equal(("middle", true, "fortnightly"), (person.CareerStage, person.WantsUnlike, person.Rhythm));
        Assert.Equal(["metadata", "open-access"], person.Offers);
        Assert.Equal(["children-and-youth-services"], person.Seeks);
        Assert.Equal(["email", "video"], person.Tools);
    }

    [Fact]
    public async Task GivenMistakes_WhenPosted_ThenEachIsNamedAndWhatWasWrittenIsKept()
    {
        web.Clock.Now = Open;
        var cohort = await web.CohortAsync();
        using var answer = await PostAsync(
            cohort, [("email", "not an address"), ("name", "Ωmega <b>"), ("years", "many"), ("interests", "Cooking")]);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var field in new[]
        {
            "q-email", "q-country", "q-languages-1", "q-interests-1", "q-library-1", "q-years", "q-internet-1", "q-commit-1", "q-consent-1",
        })
            Assert.Contains($"href=\"#{field}\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Ωmega &lt;b&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"not an address\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#q-name\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnswersThatAreNotUnderstood_WhenPosted_ThenEachIsAskedAgainOrUnderstood()
    {
        web.Clock.Now = Open;
        var cohort = await web.CohortAsync();
        foreach (var value in FieldValues.Of("own-form"))
        {
            var fields = value.Case.GetProperty("input").EnumerateObject()
                .SelectMany(field => field.Value.ValueKind == System.Text.Json.JsonValueKind.Array
                    ? field.Value.EnumerateArray().Select(part => (field.Name, part.GetString()!))
                    : [(field.Name, field.Value.GetString()!)]);
            using var answer = await PostAsync(cohort, [.. fields, ("consent", "1")]);

            if (value.Case.TryGetProperty("understood", out var country))
            {
                Assert.Equal(country.GetString(), Assert.Single(await PeopleAsync(cohort)).Country);
                continue;
            }

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(
                $"href=\"#q-{value.Case.GetProperty("asked").GetString()}",
                await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);
        }

        Assert.Single(await web.Get<ApplicationStore>().ListAsync(cohort));
    }

    [Theory]
    [InlineData("2020-03-02T14:59:00Z", false)]
    [InlineData("2020-03-02T15:00:00Z", true)]
    [InlineData("2020-04-01T04:59:00Z", true)]
    [InlineData("2020-04-01T05:00:00Z", false)]
    public async Task GivenTheCohortsDays_WhenThePageIsOpened_ThenTheFormIsThereFromFirstToLast(string now, bool open)
    {
        web.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var cohort = await web.CohortAsync();
        Assert.Equal(open, (await web.Client.GetStringAsync($"/apply/{cohort}")).Contains("<form", StringComparison.Ordinal));
        Assert.Equal(open, (await web.Client.GetStringAsync("/")).Contains($"/apply/{cohort}", StringComparison.Ordinal));
        if (open) return;
        using var late = await PostAsync(cohort, Filled);
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Empty(await web.Get<ApplicationStore>().ListAsync(cohort));
    }

    [Fact]
    public async Task GivenAnUnknownCohort_WhenOpened_ThenThePageSaysSo()
    {
        using var answer = await web.Client.GetAsync("/apply/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    Task<HttpResponseMessage> PostAsync(string cohort, (string Name, string Value)[] fields) => ApplyVisit.SendAsync(web, cohort, fields);

    /// <summary>The people registered, once intake has done its work.</summary>
    async Task<IReadOnlyList<Person>> PeopleAsync(string cohort)
    {
        await web.IntakeEndsAsync(cohort);
        return await web.Get<PeopleStore>().ListAsync(cohort);
    }
}
