using CsCheck;
using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

public sealed class WebAddressTests
{
    static readonly string[] Pieces =
    [
        "https://", "HTTP://", "file://", "mailto:", "javascript:", "//", @"\\", @"\", "/", "\u202E",
        "\u200E", "\u2066", "\uFEFF", "\uD800", "\uDC00", "\u00AD", "example.org", "a", "b@c", ":", ":99999",
        "@", "?", "#", "[", "]", "[::1]", "%", "%zz", "xn--", "漢", "é", " ", "..", "|", "c:",
    ];

    [Theory]
    [InlineData("https://ilnp.example/a?b=c#d")]
    [InlineData("HTTP://ilnp.example")]
    [InlineData("https://مثال.example/")]
    public void GivenAWholeAddress_WhenRead_ThenItIsThat(string text)
    {
        Assert.True(WebAddress.TryRead(text, out var address));
        Assert.Equal(new(text), address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ilnp.example")]
    [InlineData("//ilnp.example")]
    [InlineData("/tmp/file")]
    [InlineData("file:///tmp/file")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https://\u202E")]
    [InlineData("https:ilnp.example")]
    [InlineData(@"\\host\share")]
    [InlineData("\\\\\u202E")]
    public void GivenAnythingElse_WhenRead_ThenItIsNone(string? text) => Assert.False(WebAddress.TryRead(text, out _));

    [Fact]
    public void GivenAnyPieces_WhenRead_ThenNothingIsThrownAndWhatIsReadIsOfTheWeb() => Gen.OneOf<string>([.. Pieces]).Array[0, 8].Sample(
        pieces =>
        {
            var text = string.Concat(pieces);
            if (WebAddress.TryRead(text, out var address))
                Assert.True(address.Scheme is "http" or "https" && address.Host.Length > 0 && address.AbsoluteUri.Length > 0, text);
        },
        iter: 20_000);
}
