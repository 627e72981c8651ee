using Ilnp.Mail.Languages;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Own;

/// <summary>One's own page: cards that the steps bring, and their buttons.</summary>
public sealed class OwnPages(IEnumerable<IOwnCard> cards, OwnSessions sessions, OwnGate gate, LanguageLinks languages)
{
    readonly IReadOnlyList<IOwnCard> cards = [.. cards.OrderBy(card => card.Order)];

    [Function(nameof(ShowOwnPage))]
    public async Task<IActionResult> ShowOwnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "me")] HttpRequest request)
    {
        if (await sessions.FindAsync(request) is not { } owner) return gate.Closed(request);
        var shown = await Task.WhenAll(cards.Select(card => card.ShowAsync(owner, request.HttpContext.RequestAborted)));
        return new HtmlPage(OwnPage.Create(new(owner, [.. shown.OfType<OwnCard>()], languages.Switch(request, owner))));
    }

    /// <summary>Leads to the question that the button opens; back to the page where it opens none any more.</summary>
    [Function(nameof(PressOnOwnPage))]
    public async Task<IActionResult> PressOnOwnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "me/do/{name}/{action}")] HttpRequest request,
        string name,
        string action)
    {
        if (await sessions.FindAsync(request) is not { } owner) return new SeeOther("/me");
        var card = cards.FirstOrDefault(card => card.Name == name);
        var address = card is null ? null : await card.ActAsync(owner, action, request.HttpContext.RequestAborted);
        return new SeeOther(address?.PathAndQuery ?? "/me");
    }
}
