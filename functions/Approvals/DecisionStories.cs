using Ilnp.Forms;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Approvals;

/// <summary>Who else is concerned with a decision of the committee: what they did so far, and who could decide instead.</summary>
/// <param name="Happened">In sentences, in the order of time.</param>
/// <param name="Candidates">Whom it can be handed to.</param>
public sealed record DecisionStory(IReadOnlyList<string> Happened, IReadOnlyList<CommitteeMember> Candidates)
{
    /// <summary>Of what participants are asked.</summary>
    public static readonly DecisionStory None = new([], []);

    /// <summary>Text of what was wrong with whom it should be handed to; null for nothing.</summary>
    public string? WrongKey { get; init; }
}

/// <summary>Reads them.</summary>
public sealed class DecisionStories(
    DecisionStore store, Tallies tallies, Handings handings, CommitteeForms committee,
    CohortStore cohorts, FormCatalogue forms, TextShelf texts)
{
    /// <summary>As it is at this moment.</summary>
    public async Task<DecisionStory> OfAsync(Decision decision, CancellationToken cancellation)
    {
        if (!committee.Has(decision.Request.Form)) return DecisionStory.None;
        var cohort = await cohorts.GetAsync(decision.CohortId, cancellation);
        var words = texts.In(cohort.Member(decision.SubjectId)?.Language ?? TextShelf.First);
        var votes = (await tallies.FindAsync(decision, cancellation))?.Votes ?? [];
        var handed = await store.HandingsAsync(cohort.Id, decision.DecisionId, cancellation);
        return new(
            [.. votes.Select(vote => (vote.At, Line(vote, decision, cohort, words)))
                .Concat(handed.Select(one => (one.At, HandingWords.Line(one, cohort, words))))
                .OrderBy(one => one.At).Select(one => one.Item2)],
            await handings.CandidatesAsync(cohort, decision, cancellation));
    }

    string Line(Vote vote, Decision decision, CohortSettings cohort, PageTexts words)
    {
        var form = forms.Get(decision.Request.Form);
        var reading = FormReading.Filled(new Dictionary<string, IReadOnlyList<string>> { [form.Decides!] = [vote.Choice] });
        var view = new FormView(form, reading, words, decision.Facts(cohort.MemberName(vote.MemberId), cohort, words), "decision.submit");
        return words.Plain("decision.story.chose", new Dictionary<string, string>
        {
            ["who"] = cohort.MemberName(vote.MemberId),
            ["choice"] = view.Answered.Select(question => question.Words(vote.Choice)).FirstOrDefault(vote.Choice),
            ["when"] = DateText.At(vote.At, cohort, words.Language),
        });
    }
}

/// <summary>Sentences about who decides in whose place.</summary>
public static class HandingWords
{
    public static string Line(Handing handing, CohortSettings cohort, PageTexts words) =>
        words.Plain(handing.Until is null ? "decision.story.handed" : "decision.story.handed-until", new Dictionary<string, string>
        {
            ["who"] = cohort.MemberName(handing.FromId),
            ["to"] = cohort.MemberName(handing.ToId),
            ["until"] = handing.Until is { } until ? DateText.Day(until, words.Language) : "",
            ["when"] = DateText.At(handing.At, cohort, words.Language),
        });
}
