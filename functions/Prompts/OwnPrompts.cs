using System.Globalization;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Own;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Prompts;

/// <summary>The ideas for conversations that somebody has got so far, to read again.</summary>
sealed class OwnPrompts(MailLedger ledger, PromptChoices choices, CohortPrompts prompts, IOptions<WebOptions> web) : IOwnCard
{
    public string Name => "prompts";

    public int Order => 35;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (owner.Group is not { } group) return null;
        var lines = new List<OwnLine>();
        for (var month = 1; month <= Last(owner, group); month++)
            if (await ledger.FindAsync(PromptPage.Key(owner, month), cancellation) is not null
                && await choices.FindAsync(group, owner.Person.PersonId, month, cancellation) is { } chosen)
                lines.Add(await LineAsync(owner, month, chosen, cancellation));
        return lines.Count == 0 ? null : new(Name) { Paragraphs = ["own.prompts.text"], Parts = [new(null, lines)] };
    }

    /// <summary>A group that goes on after the programme's end has more than the programme has months.</summary>
    static int Last(Owner owner, Group group)
    {
        var calendar = new ProgrammeCalendar(owner.Cohort);
        var begun = Enumerable.Range(1, owner.Cohort.Dates.Months).Count(month => calendar.Prompt(month) <= owner.Now.UtcDateTime);
        return Math.Max(begun, group.Prompts.Keys.DefaultIfEmpty().Max());
    }

    async Task<OwnLine> LineAsync(Owner owner, int month, Group chosen, CancellationToken cancellation)
    {
        var titles = (await prompts.OfAsync(owner.Cohort, chosen.Prompts[month], owner.Words.Language, cancellation))
            .Select(prompt => prompt.Title);
        var facts = new Dictionary<string, string> { ["month"] = month.ToString(CultureInfo.InvariantCulture) };
        return new("own.prompts.month", string.Join(" · ", titles), Address(month)) { Facts = facts };
    }

    Uri Address(int month) => new(web.Value.BaseAddress, string.Create(CultureInfo.InvariantCulture, $"me/prompts/{month}"));
}

/// <summary>
/// <c>GET /me/prompts/{month}</c>: a prompt that was mailed, with the partners and the agreement of today, for whoever has their page open.
/// </summary>
public sealed class PromptPage(OwnSessions sessions, MailLedger ledger, PromptLetters letters, Correspondence correspondence)
{
    /// <summary>A mail has its styles inside itself.</summary>
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

    [Function(nameof(ShowPrompt))]
    public async Task<IActionResult> ShowPrompt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "me/prompts/{month:int}")] HttpRequest request, int month)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await sessions.FindAsync(request) is not { } owner) return new SeeOther("/me");
        if (await ledger.FindAsync(Key(owner, month), cancellation) is null) return new SeeOther("/me");
        if (await letters.FindAsync(owner.Person, month, cancellation) is not { } letter) return new SeeOther("/me");
        var mail = await correspondence.ShowAsync(owner.Person, letter, cancellation);
        HtmlPage.Protect(request.HttpContext.Response.Headers, Policy);
        return new ContentResult { Content = mail.Html, ContentType = "text/html; charset=utf-8" };
    }

    internal static MailKey Key(Owner owner, int month) =>
        new(owner.Cohort.Id, PromptLetters.Step, PromptLetters.Occurrence(month), owner.Person.PersonId);
}
