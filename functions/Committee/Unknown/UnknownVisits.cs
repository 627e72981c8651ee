using Ilnp.Committee.Acts;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Committee.Unknown;

/// <summary>Leads only: what people wrote stands there as they wrote it, addresses too.</summary>
public sealed class UnknownVisits(CommitteePages committee, CommitteeActStore acts, TimeProvider time)
{
    public Task<IActionResult> ForLeadAsync(HttpRequest request, string cohortId, Func<CommitteeReader, Task<IActionResult>> act) =>
        committee.OpenForLeadAsync(request, cohortId, new("unknown.leads.title", "unknown.leads.text", "/people", "people.title"), act);

    /// <summary>Also for technical members: what forms ask and send is their work, and nobody's answers are shown.</summary>
    public Task<IActionResult> ForLeadOrTechnicalAsync(
        HttpRequest request, string cohortId, Func<CommitteeReader, Task<IActionResult>> act) =>
        committee.OpenForAsync(
            request, cohortId, [CommitteeRole.Lead, CommitteeRole.Technical],
            new("questions.leads.title", "questions.leads.text", "", "overview.title"), act);

    /// <summary>
    /// Does something once for each press, written down before; on to the page that then shows it, or what somebody else did first.
    /// </summary>
    /// <param name="request">The press.</param>
    /// <param name="reader">Who presses.</param>
    /// <param name="act">What is written down: about whom, its name, and what changes.</param>
    /// <param name="to">The page about it, and the one to go on to.</param>
    /// <param name="does">Does it, at that moment; false when somebody was first.</param>
    public async Task<IActionResult> DoAsync(
        HttpRequest request, CommitteeReader reader, (string Subject, string Action, IReadOnlyList<FieldChange>? Changes) act,
        (string Path, string Onward) to,
        Func<DateTimeOffset, Task<bool>> does)
    {
        var (now, press, seen) = (time.GetUtcNow(), ActAddress.PressOf(request), ActAddress.SeenIn(request, ""));
        var written = new CommitteeAct(act.Subject, now, reader.Member.Id, act.Action) { Changes = act.Changes };
        var end = await acts.DoByOneAsync(reader.Cohort.Id, press, seen, written, _ => does(now), request.HttpContext.RequestAborted);
        return end.IsDone
            ? new SeeOther(ActAddress.AfterIt(to.Onward, act.Action))
            : WhoWasFirst.Page(reader, end, ("unknown.first.title", "unknown.first.text"), (to.Path, "unknown.first.look"));
    }

    /// <summary>How often something was done about it: a press is about what the page showed.</summary>
    public async Task<int> DoneAsync(CommitteeReader reader, string subject, CancellationToken cancellation) =>
        (await acts.ListAsync(reader.Cohort.Id, subject, cancellation)).Count;

    /// <summary>It is not there, or not any more.</summary>
    public static HtmlPage Gone(CommitteeReader reader) =>
        Say(
            reader,
            "unknown.gone.title",
            "unknown.gone.text",
            (UnknownPaths.Of(reader.Cohort.Id), "unknown.back"),
            StatusCodes.Status404NotFound);

    static HtmlPage Say(CommitteeReader reader, string titleKey, string textKey, (string Path, string TextKey) onward, int status) =>
        new(Notice.Create(new(reader.Texts, titleKey, textKey) { Onward = onward }), status);
}
