using System.Text;
using Ilnp.Mail.Events;
using SendGrid.Helpers.EventWebhook;

namespace Ilnp.Tests.Mail.Events;

public sealed class EventSignatureTests : IDisposable
{
    const string Body = "[{\"event\":\"delivered\",\"email\":\"zoë@example.org\"}]\r\n";

    readonly SignedEvents events = new();

    bool IsValid(string signature, string timestamp = SignedEvents.Timestamp, string body = Body) =>
        EventSignature.IsValid(events.PublicKey, timestamp, signature, Encoding.UTF8.GetBytes(body));

    [Fact]
    public void GivenASignature_WhenChecked_ThenWeAgreeWithTheClientLibrary()
    {
        var library = new RequestValidator();
        var key = library.ConvertPublicKeyToECDSA(events.PublicKey);
        var signature = events.Sign(Body);

        Assert.True(library.VerifySignature(key, Body, signature, SignedEvents.Timestamp));
        Assert.True(IsValid(signature));
        Assert.False(library.VerifySignature(key, Body + " ", signature, SignedEvents.Timestamp));
        Assert.False(IsValid(signature, body: Body + " "));
        Assert.False(IsValid(signature, timestamp: "1588579201"));
        Assert.Equal(
            (RequestValidator.SIGNATURE_HEADER, RequestValidator.TIMESTAMP_HEADER),
            (EventSignature.SignatureHeader, EventSignature.TimestampHeader));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("MEUCIQ==")]
    public void GivenNoSignature_WhenChecked_ThenItIsInvalidAndNothingBreaks(string signature) => Assert.False(IsValid(signature));

    public void Dispose() => events.Dispose();
}
