using System.Text;
using Ilnp.Intake.Providers;
using Ilnp.Local.Pilot.Applications;

namespace Ilnp.Tests.Local.Applications;

public sealed class AppsScriptWebhookTests
{
    const string Secret = "a secret";

    static readonly DateTimeOffset At = new(2020, 3, 6, 11, 0, 0, TimeSpan.Zero);

    static readonly ApplicationRow Row = new(
        7, At, null, [("Timestamp", "2020/03/06 11:00:00 AM GMT"), ("Full name", "王芳 \"Zoë\""), ("Country", "中国")]);

    [Fact]
    public void GivenARow_WhenSent_ThenTheIntakeReadsItAsItWasWritten()
    {
        var read = FormProvider.Find("google-forms")!.Read(new(Encoding.UTF8.GetBytes(AppsScriptWebhook.Body(Row)), "application/json"));
        var submission = read.Submission!;
        Assert.Equal(7, submission.Row);
        Assert.Equal("2020-03-06T11:00:00.000Z", submission.SubmittedAt);
        Assert.Equal(Row.Answers.Select(answer => answer.Answer), submission.Answers.Select(answer => answer.Text));
    }

    [Fact]
    public void GivenARow_WhenSentAgain_ThenItIsTheSameSubmission() =>
        Assert.Equal(AppsScriptWebhook.Body(Row), AppsScriptWebhook.Body(Row));

    [Fact]
    public void GivenARow_WhenSigned_ThenTheIntakeTakesItForGenuine()
    {
        var body = AppsScriptWebhook.Body(Row);
        var headers = AppsScriptWebhook.Headers(body, At, Secret);
        Assert.Equal(SignatureVerdict.Genuine, Verify(body, headers, Secret));
        Assert.Equal(SignatureVerdict.Wrong, Verify(body + " ", headers, Secret));
        Assert.Equal(SignatureVerdict.Wrong, Verify(body, headers, "another secret"));
    }

    static SignatureVerdict Verify(string body, IReadOnlyDictionary<string, string> headers, string secret) =>
        Signatures.Own(
            new(name => headers.GetValueOrDefault(name), Encoding.UTF8.GetBytes(body), null, secret, At, TimeSpan.FromMinutes(5)));
}
