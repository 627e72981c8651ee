using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Approvals;

/// <summary>
/// The one gate of all links that decide. Mail scanners follow links, so looking changes nothing: only a posted form with a
/// choice in it decides. The token is the permission; nobody signs in.
/// </summary>
public sealed class DecisionGate(
    DecisionStore store, DecisionTokens tokens, DecisionSubjects subjects, DecisionRecorder recorder, DecisionPages pages,
    DecisionChecks checks, DecisionStories stories, HandingPosts handings,
    CommitteeForms committee, CohortStore cohorts, FreshLinks freshLinks,
    FormCatalogue forms, TimeProvider time)
{
    const string Route = "d/{token}";

    /// <summary>Name of the button that asks for a fresh link.</summary>
    public const string Fresh = "fresh";

    /// <summary>In the address of the page that says that it was mailed.</summary>
    const string Sent = "sent";

    [Function(nameof(ShowDecision))]
    public async Task<IActionResult> ShowDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token)
    {
        if (await FindAsync(request, token) is not { } found) return pages.Unknown(request);
        if (found.Refusing is { } cohort) return pages.NotTheirs(found.Read.Value, cohort);
        if (found.IsExpired)
            return request.Query.ContainsKey(Sent)
                ? pages.Sent(request, found.Subject)
                : pages.Expired(request, found.Read.Value, found.Subject);
        return await PageAsync(request, found, null);
    }

    /// <summary>A valid answer leads back to the page by GET, so that going back or reloading posts nothing again.</summary>
    [Function(nameof(TakeDecision))]
    public async Task<IActionResult> TakeDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await FindAsync(request, token) is not { } found) return pages.Unknown(request);
        if (found.Refusing is { } cohort) return pages.NotTheirs(found.Read.Value, cohort);
        var posted = await PostedForm.ReadAsync(request);
        if (found.IsExpired)
        {
            if (!posted.ContainsKey(Fresh) || pages.IsOver(found.Read.Value))
                return pages.Expired(request, found.Read.Value, found.Subject);
            await freshLinks.SendAsync(found.Read, found.Subject, cancellation);
            return new SeeOther($"{request.Path}{Wish(request, found.Subject).Add(Sent, "1")}");
        }

        return await AnswerAsync(request, found, posted, client, cancellation);
    }

    async Task<IActionResult> AnswerAsync(
        HttpRequest request, Found found, IReadOnlyDictionary<string, IReadOnlyList<string>> posted,
        DurableTaskClient client, CancellationToken cancellation)
    {
        var (decision, form) = (found.Read.Value, forms.Get(found.Read.Value.Request.Form));
        var stand = await checks.StandAsync(decision, cancellation);
        if (stand.OverKey is null && DecisionRules.IsOpen(decision, time.GetUtcNow()))
        {
            if (posted.ContainsKey(HandingPosts.Hand) && committee.Has(form.Name))
            {
                if (decision.Version == 0 && await handings.TakeAsync(found.Read, posted, cancellation) is { } wrong)
                    return await PageAsync(request, found, wrong);
                return new SeeOther($"{request.Path}{Wish(request, found.Subject)}");
            }

            var reading = await checks.CheckAsync(decision, form.Read(posted), cancellation);
            if (!reading.IsValid)
                return pages.Wrong(request, decision, found.Subject, reading, stand, await stories.OfAsync(decision, cancellation));
            await recorder.RecordAsync(found.Read, reading.Answers, form.ChoiceOf(reading.Answers), client, cancellation);
        }

        return new SeeOther($"{request.Path}{Wish(request, found.Subject)}");
    }

    /// <summary>The page of a decision as it stands, with what was wrong with whom it should be handed to.</summary>
    async Task<IActionResult> PageAsync(HttpRequest request, Found found, string? wrongKey)
    {
        var (decision, cancellation) = (found.Read.Value, request.HttpContext.RequestAborted);
        var stand = await checks.StandAsync(decision, cancellation);
        return pages.Of(
            request, decision, found.Subject, stand, await stories.OfAsync(decision, cancellation) with { WrongKey = wrongKey });
    }

    /// <summary>The language that the page was read in stays that of the next.</summary>
    static QueryString Wish(HttpRequest request, DecisionSubject subject) =>
        ReaderLanguage.Wished(request, subject.Cohort.Languages) is { } wished
            ? QueryString.Create(ReaderLanguage.Wish, wished)
            : QueryString.Empty;

    /// <summary>The decision that a token opens; a link that was replaced by a fresh one counts as expired.</summary>
    async Task<Found?> FindAsync(HttpRequest request, string token)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (tokens.Read(token, time.GetUtcNow()) is not { } reading) return null;
        if (await store.ReadAsync(reading.CohortId, reading.DecisionId, cancellation) is not { } read) return null;
        if (await RefusingAsync(read.Value, cancellation) is { } cohort)
            return new(read, new(cohort, null), IsExpired: false) { Refusing = cohort };
        if (await subjects.OfVisitAsync(read.Value.Request, cancellation) is not { } subject) return null;
        subject = subject with { Wished = ReaderLanguage.Wished(request, subject.Cohort.Languages) };
        return new(read, subject, reading.IsExpired || !DecisionTokens.IsLatest(read.Value, token));
    }

    /// <summary>The committee as it is at this moment, when who was asked is not to decide any more; null when they may.</summary>
    async Task<CohortSettings?> RefusingAsync(Decision decision, CancellationToken cancellation) =>
        committee.Has(decision.Request.Form) && await cohorts.FindNowAsync(decision.CohortId, cancellation) is { } now
            && !committee.IsTheirs(now, decision) ? now : null;

    sealed record Found(Stored<Decision> Read, DecisionSubject Subject, bool IsExpired)
    {
        public CohortSettings? Refusing { get; init; }
    }
}
