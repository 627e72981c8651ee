using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Storage;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Approvals;

/// <summary>Somebody on the page of a decision.</summary>
/// <param name="Read">As it was read.</param>
/// <param name="Subject">Whose decision it is, in the language that the page is read in.</param>
/// <param name="IsExpired">Whether the link opens the page no more.</param>
sealed record DecisionVisit(Stored<Decision> Read, DecisionSubject Subject, bool IsExpired)
{
    /// <summary>The committee as it is at this moment, when who was asked is not to decide any more; null when they may.</summary>
    public CohortSettings? Refusing { get; init; }

    public Decision Decision => Read.Value;

    /// <summary>The language that the page was read in stays that of the next.</summary>
    public QueryString Wish(HttpRequest request) =>
        ReaderLanguage.Wished(request, Subject.Cohort.Languages) is { } wished
            ? QueryString.Create(ReaderLanguage.Wish, wished)
            : QueryString.Empty;
}

/// <summary>Finds the decision that a link opens, and whether whoever holds the link may see it.</summary>
public sealed class DecisionVisits(
    DecisionStore store, DecisionTokens tokens, DecisionSubjects subjects, CommitteeForms committee, CohortStore cohorts, TimeProvider time)
{
    /// <summary>Null for what is no link of ours; one that was replaced by a fresh one counts as expired.</summary>
    internal async Task<DecisionVisit?> OpenAsync(HttpRequest request, string token)
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

    async Task<CohortSettings?> RefusingAsync(Decision decision, CancellationToken cancellation) =>
        committee.Has(decision.Request.Form) && await cohorts.FindNowAsync(decision.CohortId, cancellation) is { } now
            && !committee.IsTheirs(now, decision) ? now : null;
}
