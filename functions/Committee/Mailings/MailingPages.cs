using Ilnp.Committee.Acts;
using Ilnp.Committee.Drafts.Preview;
using Ilnp.Mail.Holds;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Mailings;

/// <summary>
/// The mailings of a cohort: before one goes out, to whom, in which languages, how it reads and what its links do; afterwards what became
/// of it, and who has not answered.
/// </summary>
public sealed class MailingPages(
    CommitteePages committee, MailingReading reading, PlannedMails planned, MailSamples samples,
    MailRenderer renderer, OwnWordings wordings, MailingHoldStore holds)
{
    internal const string Route = "cohorts/{cohortId}/mailings";

    /// <summary>A mail has its styles inside itself. It stands in our own page's frame alone.</summary>
    const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox";

    internal static readonly ForLeads Others = new("mailing.leads.title", "mailing.leads.text", "", "overview.title");

    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/mailings";

    public static string PreviewOf(string cohortId, string template, string language) =>
        $"/cohorts/{cohortId}/mail-previews/{template}/{language}";

    [Function(nameof(ShowMailings))]
    public Task<IActionResult> ShowMailings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        committee.OpenForLeadAsync(request, cohortId, Others, async reader =>
            new HtmlPage(MailingsPage.Create(
                new(reader, Mailing.Of(reader.Cohort), await reading.SentAsync(reader.Cohort, request.HttpContext.RequestAborted))
                {
                    Holds = await holds.ListAsync(cohortId, request.HttpContext.RequestAborted),
                })));

    [Function(nameof(ShowMailing))]
    public Task<IActionResult> ShowMailing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{name}")] HttpRequest request,
        string cohortId, string name) =>
        committee.OpenForLeadAsync(request, cohortId, Others, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            if (Mailing.Of(reader.Cohort).FirstOrDefault(one => one.Name == name) is not { } mailing)
                return new SeeOther(PathOf(cohortId));
            var sample = samples.Of(mailing.Template)[0];
            var links = MailingLinks.Of(sample, mailing.Stream, reader.Cohort.Languages.Count > 1);
            return await reading.ReceiptAsync(reader.Cohort, mailing, cancellation) is { } receipt
                ? new HtmlPage(MailingReceiptPage.Create(new(reader, receipt)))
                : new HtmlPage(MailingPage.Create(new(reader, await reading.DryAsync(reader.Cohort, mailing, cancellation), links)
                {
                    State = HoldState.Of(reader.Cohort, mailing, await holds.FindAsync(cohortId, name, cancellation)),
                    Done = request.Query[ActAddress.Done].ToString(),
                }));
        });

    /// <summary>A mail in the cohort's words and, where they are planned, with its days, to somebody invented.</summary>
    [Function(nameof(ShowMailPreview))]
    public Task<IActionResult> ShowMailPreview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/mail-previews/{template}/{language}")]
        HttpRequest request,
        string cohortId, string template, string language) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var cohort = reader.Cohort;
            if (samples.Of(template) is not [var sample, ..] || !cohort.Languages.Contains(language)) return new SeeOther(PathOf(cohortId));
            var message = planned.Of(cohort).FirstOrDefault(mail => mail.Name == template)?.Write(language)
                ?? MailSamples.Message(sample, cohort.Id, language);
            var own = await wordings.OfAsync(cohort, request.HttpContext.RequestAborted);
            var headers = request.HttpContext.Response.Headers;
            HtmlPage.Protect(headers, Policy);
            headers.XFrameOptions = "SAMEORIGIN";
            return new ContentResult
            {
                Content = MailPreview.WithSubject(renderer.Render(message, cohort, own: own)),
                ContentType = "text/html; charset=utf-8",
            };
        });
}

/// <summary>The list of a cohort's mailings.</summary>
/// <param name="Reader">A lead.</param>
/// <param name="Mailings">In the order of their days.</param>
/// <param name="Sent">When those that have gone out began, by name.</param>
public sealed record MailingsModel(
    CommitteeReader Reader, IReadOnlyList<Mailing> Mailings, IReadOnlyDictionary<string, DateTimeOffset> Sent)
{
    /// <summary>What was said about them, by name.</summary>
    public required IReadOnlyDictionary<string, MailingHold> Holds { get; init; }

    /// <summary>Text that says that one does not simply go; null for all others.</summary>
    public string? HoldKeyOf(Mailing mailing) => Holds.GetValueOrDefault(mailing.Name) switch
    {
        { End: HoldEnd.FellAway } => "mailings.fell-away",
        { IsWaiting: true } => "mailings.waits",
        { Word: HoldWord.Hold } => "mailings.held",
        _ => null,
    };

    public string PathOf(Mailing mailing) => $"{MailingPages.PathOf(Reader.Cohort.Id)}/{mailing.Name}";
}

/// <summary>The page of a mailing before it goes out.</summary>
/// <param name="Reader">A lead.</param>
/// <param name="Run">What it would do.</param>
/// <param name="Links">Texts of what its links do.</param>
public sealed record MailingModel(CommitteeReader Reader, DryRun Run, IReadOnlyList<string> Links)
{
    /// <summary>Whether it waits for a press.</summary>
    public required HoldState State { get; init; }

    /// <summary>What was just pressed; empty for nothing.</summary>
    public required string Done { get; init; }

    /// <summary>So few that nothing waits, unless it does already.</summary>
    public bool CanBeHeld => Run.IsLarge || State.Hold is not null;

    /// <summary>Text of what was just done; null for nothing.</summary>
    public string? DoneKey => Done is MailingPresses.Hold or MailingPresses.LetGo ? $"mailing.done.{Done}" : null;

    /// <summary>What the texts about holding name.</summary>
    public IReadOnlyDictionary<string, string> HoldFacts => new Dictionary<string, string>
    {
        ["name"] = State.Hold?.MemberId is { } member ? Reader.Cohort.MemberName(member) : "",
        ["when"] = State.Hold?.SaidAt is { } said ? DateText.At(said, Reader.Cohort, Reader.Texts.Language) : "",
        ["last"] = DateText.At(State.Last, Reader.Cohort, Reader.Texts.Language),
    };
}

/// <summary>The page of a mailing that has gone out.</summary>
/// <param name="Reader">A lead.</param>
/// <param name="Receipt">What became of it.</param>
public sealed record MailingReceiptModel(CommitteeReader Reader, MailingReceipt Receipt);
