using System.Text;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;

namespace Ilnp.Tests.Intake.Providers;

public sealed class ProviderBodyTests
{
    static readonly DateTimeOffset Received = new(2020, 3, 6, 11, 0, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(
        "typeform", "tf-token-0001", "Zoë Núñez", "zoe.nunez@univ.example.edu", "ES", "es,en,ca", "open-access,metadata", "academic", 7)]
    [InlineData(
        "tally", "2wgx4n", "王小明", "wang.xiaoming@library.example.org", "CN", "zh,en", "digital-preservation,metadata", "national", 12)]
    [InlineData(
        "formbricks", "cm0response0001", "عبد الله الهاشمي", "a.alhashimi@bibl.example.net",
        "EG", "ar,en", "archives,management", "national", 15)]
    [InlineData(
        "google-apps-script", "2_ABaOnudexample", "Siobhán O'Connor", "j.oconnor@mail.example.com",
        "IE", "en,ga", "public-libraries,community-outreach", "public", 3)]
    [InlineData(
        "jotform", "5000000000000000001", "Ngozi Okafor", "m.okafor@post.example.net",
        "NG", "en,ig", "information-literacy,reference", "school", 6)]
    public void GivenAProvidersMessage_WhenRead_ThenEveryAnswerIsUnderstood(
        string provider, string id, string name, string email, string country,
        string languages, string interests, string library, int years)
    {
        var sample = Samples.Message(provider);
        var submission = FormProvider.Find(provider)!.Read(new(sample.Body, sample.ContentType)).Submission!;
        var read = new ApplicationReader(new(), TimeZoneInfo.Utc).Read(submission, Received);

        Assert.Empty(read.Findings);
        Assert.Equal(id, submission.SubmissionId);
        Assert.Equal((name, email, country), (read.Answers.Name, read.Answers.Email, read.Answers.Country));
        Assert.Equal((languages, interests), (string.Join(',', read.Answers.Languages), string.Join(',', read.Answers.Interests)));
        Assert.Equal((library, (int?)years), (read.Answers.LibraryType!, read.Answers.Years));
        Assert.Equal((true, true, true), (read.Answers.Internet, read.Answers.Biweekly, read.Answers.Commits));
    }

    [Theory]
    [InlineData("typeform", """{"event_type":"form_response_partial"}""")]
    [InlineData("tally", """{"eventType":"TEST"}""")]
    [InlineData("formbricks", """{"event":"responseCreated"}""")]
    public void GivenAnotherEvent_WhenRead_ThenItIsIgnored(string provider, string body) =>
        Assert.NotNull(FormProvider.Find(provider)!.Read(Json(body)).Ignored);

    [Theory]
    [InlineData("typeform", """{"event_type":"form_response"}""")]
    [InlineData("tally", """{"eventType":"FORM_RESPONSE","data":null}""")]
    [InlineData("formbricks", """{"event":"responseFinished","data":{"id":"x","data":7}}""")]
    [InlineData("google-forms", """{"answers":"none"}""")]
    [InlineData("google-forms", """{"answers":[""")]
    [InlineData("google-forms", "")]
    [InlineData("google-forms", """{"answers":[{"title":"Country","value":"\ud83d"}]}""")]
    [InlineData("microsoft-forms", "[]")]
    public void GivenADamagedMessage_WhenRead_ThenItIsUnreadableAndNothingThrows(string provider, string body) =>
        Assert.NotNull(FormProvider.Find(provider)!.Read(Json(body)).Unreadable);

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb")]
    [InlineData("multipart/form-data", "--x")]
    [InlineData("text/plain", "hello")]
    [InlineData("", "")]
    [InlineData("application/x-www-form-urlencoded", "submissionID=1&rawRequest=%7B")]
    public void GivenADamagedFormPost_WhenRead_ThenItIsUnreadableAndNothingThrows(string type, string body) =>
        Assert.NotNull(FormProvider.Find("jotform")!.Read(new(Encoding.UTF8.GetBytes(body), type)).Unreadable);

    [Fact]
    public void GivenAFormPostInTheOtherEncoding_WhenRead_ThenItIsTheSame()
    {
        var body = "submissionID=7&rawRequest="
            + Uri.EscapeDataString("""{"q3_email":"a@b.org","q4_fullName":{"first":"Ana","last":"Silva"},"slug":"x"}""");
        var submission = FormProvider.Find("jotform")!
            .Read(new(Encoding.UTF8.GetBytes(body), "application/x-www-form-urlencoded")).Submission!;

        Assert.Equal("7", submission.SubmissionId);
        Assert.Equal(["a@b.org", "Ana Silva"], submission.Answers.Select(answer => answer.Text));
    }

    [Fact]
    public void GivenUnansweredQuestions_WhenATypeformMessageIsRead_ThenTheyAreKnownToBeAsked()
    {
        var submission = FormProvider.Find("typeform")!.Read(Json(
            """{"event_type":"form_response","form_response":{"token":"t","definition":{"fields":[{"id":"1","title":"Time zone"}]},"answers":[]}}""")).Submission!;

        Assert.Equal([("Time zone", 0)], submission.Answers.Select(answer => (answer.Question[0], answer.Values.Count)));
    }

    [Fact]
    public void GivenAFormbricksAddress_WhenRead_ThenItsLastPartIsTheCountry()
    {
        var said = FormProvider.Find("formbricks")!.Read(Json(
            """{"event":"responseFinished","data":{"id":"x","data":{"home":["Av. 1","","Lima","Lima","15001","Peru"],"languages":["a","b","c","d","e","Spanish"]}}}""")).Submission!;

        Assert.Equal("PE", new ApplicationReader(new(), TimeZoneInfo.Utc).Read(said, Received).Answers.Country);
    }

    [Fact]
    public void GivenWindowsBytesInJson_WhenRead_ThenTheNameIsWhole()
    {
        byte[] body = [.. """{"responseId":"1","answers":[{"title":"Name","value":"Zo"""u8, 0xEB, .. "\"}]}"u8];

        Assert.Equal("Zoë", FormProvider.Find("google-forms")!.Read(new(body, "application/json")).Submission!.Answers[0].Text);
    }

    static ReceivedBody Json(string body) => new(Encoding.UTF8.GetBytes(body), "application/json");
}
