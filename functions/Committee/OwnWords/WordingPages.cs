using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Mail.OwnWords;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.OwnWords;

/// <summary>Mails to participants in a cohort's own words: a list, and a page for each mail and language.</summary>
public sealed class WordingPages(
    CommitteePages committee, WordingReading reading, OwnTexts own,
    OwnWordingStore store, OwnWordings wordings, CommitteeActStore acts, TimeProvider time)
{
    internal const string Route = "cohorts/{cohortId}/wording", OneMail = Route + "/{template}/{language}";

    /// <summary>Names of the acts, and of the button that sends them.</summary>
    public const string Do = "do", Save = "wording-save", Back = "wording-back";

    /// <summary>An earlier version, to be put into the form.</summary>
    public const string Version = "version";

    internal static readonly ForLeads Others = new("wording.leads.title", "wording.leads.text", "", "overview.title");

    [Function(nameof(ShowWordings))]
    public Task<IActionResult> ShowWordings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        committee.OpenForLeadAsync(request, cohortId, Others, async reader =>
            new HtmlPage(WordingsPage.Create(await reading.ListAsync(reader, request.HttpContext.RequestAborted))));

    /// <summary>The topics to talk about, by title.</summary>
    [Function(nameof(ShowTopics))]
    public Task<IActionResult> ShowTopics(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/topics")] HttpRequest request, string cohortId) =>
        committee.OpenForLeadAsync(request, cohortId, Others, async reader =>
            new HtmlPage(TopicsPage.Create(await reading.TopicsAsync(reader, request.HttpContext.RequestAborted))));

    /// <summary>Changes nothing.</summary>
    [Function(nameof(ShowWording))]
    public Task<IActionResult> ShowWording(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OneMail)] HttpRequest request,
        string cohortId, string template, string language) =>
        ForMailAsync(request, cohortId, template, language, model =>
        {
            var earlier = model.History.FirstOrDefault(one => WordingModel.VersionOf(one) == request.Query[Version].ToString());
            var shown = model with { Done = request.Query[ActAddress.Done].ToString() };
            return Task.FromResult<IActionResult>(
                new HtmlPage(WordingPage.Create(earlier is null ? shown : shown with { Typed = earlier.Words ?? model.Original })));
        });

    [Function(nameof(TakeWording))]
    public Task<IActionResult> TakeWording(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OneMail)] HttpRequest request,
        string cohortId, string template, string language) =>
        ForMailAsync(request, cohortId, template, language, async model =>
        {
            var posted = await PostedForm.ReadAsync(request);
            if (posted.GetValueOrDefault(Do) is [Back]) return await PutAsync(request, model, Back, null);
            var typed = MailWords.Typed(part => posted.GetValueOrDefault(part) is [var text] ? text : "");
            var mistakes = own.Mistakes(model.Reader.Cohort, template, language, typed);
            model = model with { Typed = typed, Warnings = [.. WordingCheck.Warnings(language, typed)] };
            return mistakes.Count > 0
                ? new HtmlPage(WordingPage.Create(model with { Mistakes = mistakes }), StatusCodes.Status422UnprocessableEntity)
                : await PutAsync(request, model, Save, typed);
        });

    /// <summary>Once for each press and what it says; whoever was second sees both texts.</summary>
    async Task<IActionResult> PutAsync(HttpRequest request, WordingModel model, string action, MailWords? words)
    {
        var (reader, (template, language), cancellation) = (model.Reader, model.Mail, request.HttpContext.RequestAborted);
        var (shown, next) = (ActAddress.AboutOf(request), new OwnWording
        {
            CohortId = reader.Cohort.Id,
            Template = template,
            Language = language,
            Version = (model.Now?.Version ?? 0) + 1,
            Words = words,
            MemberId = reader.Member.Id,
            At = time.GetUtcNow(),
        });
        var act = new CommitteeAct(WordingPaths.Subject(template, language), next.At, reader.Member.Id, action);
        var press = $"{ActAddress.PressOf(request)} {words?.Fingerprint}";
        var end = await acts.DoOnceAsync(
            reader.Cohort.Id, press, act, begun => ReplaceAsync(next, shown, begun, cancellation), cancellation);
        if (end.IsDone)
        {
            wordings.Forget(reader.Cohort.Id);
            return new SeeOther(ActAddress.AfterIt(model.Path, action));
        }

        var now = await reading.ReadAsync(reader, template, language, cancellation);
        return new HtmlPage(
            WordingPage.Create(now with { Typed = words ?? model.Typed, IsLate = true, WhoWasFirst = WhoWasFirst.Of(reader, end) }),
            StatusCodes.Status409Conflict);
    }

    /// <summary>What this very press has put there counts as done.</summary>
    async Task<bool> ReplaceAsync(OwnWording next, string shown, BegunAct begun, CancellationToken cancellation)
    {
        var read = await store.FindAsync(next.CohortId, next.Template, next.Language, cancellation);
        if (WordingModel.VersionOf(read?.Value) == shown)
            return await store.TryReplaceAsync(read, next with { Version = (read?.Value.Version ?? 0) + 1 }, cancellation);
        return begun.IsAgain && read?.Value is { } there && there.MemberId == next.MemberId
            && there.Words == next.Words && $"{there.Version - 1}" == shown;
    }

    Task<IActionResult> ForMailAsync(
        HttpRequest request, string cohortId, string template, string language, Func<WordingModel, Task<IActionResult>> act) =>
        committee.OpenForLeadAsync(request, cohortId, Others, async reader =>
            own.Has(template, language) && reader.Cohort.Languages.Contains(language)
                ? await act(await reading.ReadAsync(reader, template, language, request.HttpContext.RequestAborted))
                : new SeeOther(WordingPaths.Of(cohortId)));
}
