using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Mail.Doubt;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.InDoubt;

/// <summary>Mails of which nobody knows whether they went out: to whom, which, when; one press sends one again or leaves it.</summary>
public sealed class DoubtPages(CommitteePages committee, DoubtReading reading, DoubtPresses presses)
{
    const string Route = "cohorts/{cohortId}/mails-in-doubt";

    /// <summary>Name of the buttons.</summary>
    public const string Do = "do";

    /// <summary>What a press finds that comes too late.</summary>
    public const string Settled = "settled";

    static readonly string[] Acts = [DoubtPresses.Again, DoubtPresses.Arrived, DoubtPresses.Left];

    /// <summary>Changes nothing.</summary>
    [Function(nameof(ShowMailsInDoubt))]
    public Task<IActionResult> ShowMailsInDoubt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        OpenAsync(request, cohortId, async reader =>
        {
            var (mails, more) = await reading.ListAsync(reader, request.HttpContext.RequestAborted);
            return new HtmlPage(DoubtPage.Create(new(reader, mails, more, request.Query[ActAddress.Done].ToString())));
        });

    /// <summary>What was true when the member looked is looked at once more: who left, or answered, meanwhile gets nothing.</summary>
    [Function(nameof(TakeMailInDoubt))]
    public Task<IActionResult> TakeMailInDoubt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{hash}")] HttpRequest request, string cohortId, string hash) =>
        OpenAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var act = (await PostedForm.ReadAsync(request)).GetValueOrDefault(Do) is [var posted] && Acts.Contains(posted) ? posted : null;
            if (act is null
                || !int.TryParse(ActAddress.AboutOf(request), NumberStyles.None, CultureInfo.InvariantCulture, out var attempts))
                return Gone(cohortId);
            var mail = await reading.FindAsync(reader, hash, cancellation);
            if (mail is null && await reading.EntryAsync(reader, hash, cancellation) is { } entry) mail = new(entry, null, [], null, null);
            if (mail is null) return Gone(cohortId);
            if (act == DoubtPresses.Again && mail is { WhyNotKey: { } why })
                return Say(reader, "doubt.not.title", why, StatusCodes.Status409Conflict);
            var (became, end) = await presses.DoAsync(reader, mail, act, attempts, ActAddress.PressOf(request), cancellation);
            return became is not null
                ? new SeeOther(ActAddress.AfterIt(PathOf(cohortId), became))
                : WhoWasFirst.Page(reader, end, ("doubt.first.title", "doubt.first.text"), (PathOf(cohortId), "doubt.title"), "person");
        });

    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/mails-in-doubt";

    Task<IActionResult> OpenAsync(HttpRequest request, string cohortId, Func<CommitteeReader, Task<IActionResult>> page) =>
        committee.OpenForAsync(
            request, cohortId, [CommitteeRole.Lead, CommitteeRole.Technical],
            new("doubt.others.title", "doubt.others.text", "", "overview.title"), page);

    /// <summary>It is settled, or whom it was for was erased: the list says so, and what is in doubt still.</summary>
    static SeeOther Gone(string cohortId) => new(ActAddress.AfterIt(PathOf(cohortId), Settled));

    static HtmlPage Say(CommitteeReader reader, string titleKey, string textKey, int status) => new(
        Notice.Create(new(reader.Texts, titleKey, textKey) { Onward = (PathOf(reader.Cohort.Id), "doubt.title") }), status);
}

/// <summary>The page.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Mails">The first written first.</param>
/// <param name="More">Not shown yet.</param>
/// <param name="Done">What a press did.</param>
public sealed record DoubtModel(CommitteeReader Reader, IReadOnlyList<DoubtedMail> Mails, int More, string Done)
{
    static readonly string[] Known =
    [
        .. Enum.GetNames<SentAgain>().Except([nameof(SentAgain.Settled)]).Select(name => $"again-{name.ToLowerInvariant()}"),
        DoubtPresses.Arrived, DoubtPresses.Left, DoubtPages.Settled,
    ];

    /// <summary>Text of what a press did; null for none.</summary>
    public string? DoneKey => Known.Contains(Done) ? $"doubt.done.{Done}" : null;

    /// <summary>Where the buttons of a mail post to.</summary>
    public string ActionOf(DoubtedMail mail) => ActAddress.Pressed(
        $"{DoubtPages.PathOf(Reader.Cohort.Id)}/{mail.Entry.Key.Hash}", mail.Entry.Attempts.ToString(CultureInfo.InvariantCulture));
}
