using Ilnp.Mail;
using Ilnp.Mail.Suppression;
using Ilnp.Tests.Storage;
using Ilnp.Tests.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Mail.Suppression;

public sealed class UnsubscribeTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    readonly SetClock clock = new();
    readonly string address = $"{Guid.NewGuid():N}@example.org";

    string AddressKey => MailParts.Addresses.Of(address);

    SuppressionList List() => new(azurite.Tables, clock, Options.Create(new MailOptions()));

    UnsubscribePage Page(SuppressionList list) =>
        new(MailParts.Links, list, AppTexts.Shelf, clock);

    string Token => MailParts.Links.For(AddressKey, MailStream.Optional, "en", clock.Now).Segments[^1];

    static async Task<(int Status, string Body)> ShownAsync(IActionResult result)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Response.Body = new MemoryStream();
        await result.ExecuteResultAsync(new() { HttpContext = context });
        context.Response.Body.Position = 0;
        return (context.Response.StatusCode, await new StreamReader(context.Response.Body).ReadToEndAsync());
    }

    [Fact]
    public async Task GivenAnUnsubscribeLink_WhenLookedAt_ThenNothingChanges()
    {
        using var list = List();

        var (status, body) = await ShownAsync(Page(list).ShowUnsubscribe(new DefaultHttpContext().Request, Token));

        Assert.Equal(200, status);
        Assert.Contains("<form method=\"post\">", body, StringComparison.Ordinal);
        Assert.Null(await list.ReasonAsync(AddressKey, MailStream.Optional));
    }

    [Fact]
    public async Task GivenAnUnsubscribeLink_WhenPostedTwice_ThenOptionalMailEndsAndNeededMailStays()
    {
        using var list = List();
        foreach (var _ in new[] { 1, 2 })
        {
            var (status, body) = await ShownAsync(await Page(list).Unsubscribe(new DefaultHttpContext().Request, Token));
            Assert.Equal(200, status);
            Assert.DoesNotContain("<form", body, StringComparison.Ordinal);
        }

        using var otherProcess = List();
        Assert.Equal(
            "unsubscribed", await otherProcess.ReasonAsync(MailParts.Addresses.Of(address.ToUpperInvariant()), MailStream.Optional));
        Assert.Null(await otherProcess.ReasonAsync(AddressKey, MailStream.Essential));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("k1.AAAA")]
    public async Task GivenAChangedLink_WhenPosted_ThenItIsNotFoundAndNothingChanges(string end)
    {
        using var list = List();
        // The genuine link may happen to end in the very letter that is put there.
        var changed = end.Length == 1 && Token.EndsWith(end, StringComparison.Ordinal) ? "y" : end;
        var token = end.Length > 1 ? end : Token[..^1] + changed;

        var (status, _) = await ShownAsync(await Page(list).Unsubscribe(new DefaultHttpContext().Request, token));

        Assert.Equal(404, status);
        Assert.Null(await list.ReasonAsync(AddressKey, MailStream.Optional));
    }

    [Fact]
    public async Task GivenAnUnsubscriptionInAnotherProcess_WhenSomeMinutesPassed_ThenItIsKnownHere()
    {
        using var here = List();
        Assert.Null(await here.ReasonAsync(AddressKey, MailStream.Optional));
        using var there = List();
        await there.AddAsync(AddressKey, MailStream.Optional, "unsubscribed");

        clock.Now += TimeSpan.FromMinutes(5);

        Assert.Equal("unsubscribed", await here.ReasonAsync(AddressKey, MailStream.Optional));
    }

    [Fact]
    public async Task GivenALinkOfAPulse_WhenTheListIsLeft_ThenNewsStillComesAndTheOtherWayRound()
    {
        using var list = List();
        var pulses = MailParts.Links.For(AddressKey, MailStream.Pulses, "en", clock.Now).Segments[^1];

        await Page(list).Unsubscribe(new DefaultHttpContext().Request, pulses);

        Assert.Equal("unsubscribed", await list.ReasonAsync(AddressKey, MailStream.Pulses));
        Assert.Null(await list.ReasonAsync(AddressKey, MailStream.Optional));
        await Page(list).Unsubscribe(new DefaultHttpContext().Request, Token);
        Assert.Equal("unsubscribed", await list.ReasonAsync(AddressKey, MailStream.Optional));
        Assert.Null(await list.ReasonAsync(AddressKey, MailStream.Essential));
    }
}
