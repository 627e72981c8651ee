using System.Net;
using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.FormQuestions;
using Ilnp.Programme;
using Ilnp.Tests.Intake;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.FormQuestions;

/// <summary>A message tried: read as the webhook reads it, and nothing kept.</summary>
public sealed class TrialPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Theory]
    [InlineData("typeform", "typeform")]
    [InlineData("tally", "tally")]
    [InlineData("formbricks", "formbricks")]
    [InlineData("jotform", "jotform")]
    [InlineData("google-apps-script", "google-forms")]
    public async Task GivenAServicesMessage_WhenItIsTried_ThenItIsReadAsTheWebhookWouldAndNothingIsKept(string sample, string service)
    {
        var visit = await QuestionVisit.BeginAsync(web);

        var page = await TryAsync(visit, ("service", service), ("file", Encoding.Latin1.GetString(Samples.Message(sample).Body)));

        // Jotform says no moment: it would count as applied now, after the closing day of the sample's cohort.
        Assert.Contains(service == "jotform" ? "It came after the closing day" : "It would be taken in", page, StringComparison.Ordinal);
        Assert.Contains("How its questions are read", page, StringComparison.Ordinal);
        Assert.Empty(await web.Get<ApplicationStore>().ListAsync(visit.Cohort));
        Assert.Empty(await web.Get<PeopleStore>().ListAsync(visit.Cohort));
        Assert.Empty(await web.Get<QuestionStore>().ListAsync(visit.Cohort, default));
        Assert.Empty(await web.Get<IntakeProblemStore>().ListAsync(visit.Cohort));
    }

    [Fact]
    public async Task GivenWhatALeadSaid_WhenTheLastMessageIsTriedAgain_ThenItIsReadByIt()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        var none = await TryAsync(visit, ("service", "google-forms"), ("last", "1"));
        await visit.TakeAsync("Rosa Quispe", (QuestionVisit.Origin, "Peru"));
        await visit.SayAsync(QuestionVisit.Origin, "country");

        var page = await TryAsync(visit, ("service", "google-forms"), ("last", "1"));

        Assert.Contains("No message of this service is kept", none, StringComparison.Ordinal);
        Assert.Matches("(?s)Peru.*The same answers have come before|The same answers have come before.*Peru", page);
    }

    [Theory]
    [InlineData("typeform", "{\"event_type\": \"ping\"}", "It would be passed over")]
    [InlineData("tally", "no json", "It could not be read")]
    [InlineData("jotform", "--x\r\nbroken", "It could not be read")]
    [InlineData("own", "{}", "Choose one of the form services")]
    [InlineData("typeform", "", "Paste a message")]
    public async Task GivenWhatIsNoApplication_WhenItIsTried_ThenThePageSaysWhy(string service, string body, string words)
    {
        var visit = await QuestionVisit.BeginAsync(web);

        Assert.Contains(words, await TryAsync(visit, ("service", service), ("body", body)), StringComparison.Ordinal);
    }

    async Task<string> TryAsync(QuestionVisit visit, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            if (name == "file") form.Add(new ByteArrayContent(Encoding.Latin1.GetBytes(value)), name, "message");
            else form.Add(new StringContent(value), name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cohorts/{visit.Cohort}/trial-message") { Content = form };
        request.Headers.Add("Cookie", visit.Inner.Cookie);
        using var answer = await web.Client.SendAsync(request);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
