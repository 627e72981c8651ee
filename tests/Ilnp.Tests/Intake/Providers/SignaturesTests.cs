using Ilnp.Intake.Providers;

namespace Ilnp.Tests.Intake.Providers;

public sealed class SignaturesTests
{
    static readonly DateTimeOffset SignedAt = DateTimeOffset.FromUnixTimeSeconds(1583492400);
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Signing => ["typeform", "tally", "formbricks", "google-apps-script"];

    [Theory, MemberData(nameof(Signing))]
    public void GivenASampleMessage_WhenVerified_ThenItIsGenuine(string provider) =>
        Assert.Equal(SignatureVerdict.Genuine, Verify(provider, sample => sample));

    [Theory, MemberData(nameof(Signing))]
    public void GivenAnotherByte_WhenVerified_ThenItIsWrong(string provider) =>
        Assert.Equal(SignatureVerdict.Wrong, Verify(provider, sample => sample with { Body = [.. sample.Body, (byte)' '] }));

    [Theory, MemberData(nameof(Signing))]
    public void GivenAnotherSecret_WhenVerified_ThenItIsWrong(string provider) =>
        Assert.Equal(
            SignatureVerdict.Wrong,
            Verify(provider, sample => sample with { Secret = provider == "formbricks" ? "whsec_AAAA" : "another" }));

    [Theory, MemberData(nameof(Signing))]
    public void GivenNoHeaders_WhenVerified_ThenTheyAreMissing(string provider) =>
        Assert.Equal(SignatureVerdict.Missing, Verify(provider, sample => sample with { Headers = new Dictionary<string, string>() }));

    [Theory]
    [InlineData("formbricks", 300, SignatureVerdict.Genuine)]
    [InlineData("formbricks", 301, SignatureVerdict.OutOfTime)]
    [InlineData("formbricks", -301, SignatureVerdict.OutOfTime)]
    [InlineData("google-apps-script", 300, SignatureVerdict.Genuine)]
    [InlineData("google-apps-script", 301, SignatureVerdict.OutOfTime)]
    [InlineData("typeform", 36_000, SignatureVerdict.Genuine)]
    public void GivenAClockFurtherOn_WhenVerified_ThenOnlyTimedSignaturesRunOut(string provider, int seconds, SignatureVerdict verdict) =>
        Assert.Equal(verdict, Verify(provider, sample => sample, SignedAt.AddSeconds(seconds)));

    [Fact]
    public void GivenSeveralSignaturesWhileAKeyIsChanged_WhenVerified_ThenOneIsEnough()
    {
        var sample = Samples.Message("formbricks");
        var headers = new Dictionary<string, string>(sample.Headers)
        {
            ["webhook-signature"] = "v1,AAAA " + sample.Header("webhook-signature"),
        };

        Assert.Equal(SignatureVerdict.Genuine, Verify("formbricks", _ => sample with { Headers = headers }));
    }

    [Theory]
    [InlineData("jotform", "the-secret", SignatureVerdict.Genuine)]
    [InlineData("jotform", "the-secre", SignatureVerdict.Wrong)]
    [InlineData("jotform", null, SignatureVerdict.Missing)]
    public void GivenASecretInTheAddress_WhenVerified_ThenItMustBeTheAgreedOne(string provider, string? given, SignatureVerdict verdict) =>
        Assert.Equal(verdict, FormProvider.Find(provider)!.Verify!(new(_ => null, [], given, "the-secret", SignedAt, Tolerance)));

    [Fact]
    public void GivenMicrosoftFormsWithTheKeyHeader_WhenVerified_ThenItIsGenuine()
    {
        var provider = FormProvider.Find("microsoft-forms")!;

        Assert.Equal(
            SignatureVerdict.Genuine, provider.Verify!(new(name => name == "X-Ilnp-Key" ? "k" : null, [], null, "k", SignedAt, Tolerance)));
        Assert.Equal(
            SignatureVerdict.Wrong, provider.Verify!(new(name => name == "X-Ilnp-Key" ? "x" : null, [], null, "k", SignedAt, Tolerance)));
    }

    static SignatureVerdict Verify(string provider, Func<SampleMessage, SampleMessage> change, DateTimeOffset? now = null)
    {
        var sample = change(Samples.Message(provider));
        return FormProvider.Find(provider)!.Verify!(new(sample.Header, sample.Body, null, sample.Secret, now ?? SignedAt, Tolerance));
    }
}
