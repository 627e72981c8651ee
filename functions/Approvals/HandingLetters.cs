using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Approvals;

/// <summary>The mail to whoever was named to decide in somebody's place.</summary>
public sealed class HandingLetters(
    DecisionStore store, CommitteeForms forms, CohortStore cohorts, DecisionLinks links, Correspondence correspondence, TextShelf texts)
{
    /// <summary>Tells whoever was named: once for each handing.</summary>
    /// <exception cref="Orchestration.TransientFailure">Not sent for now.</exception>
    public async Task TellAsync(Decision decision, CancellationToken cancellation)
    {
        var (handed, cohort) = (decision.Handed!, await cohorts.GetAsync(decision.CohortId, cancellation));
        if (cohort.Member(handed.ToId) is { } member)
        {
            var (words, question) = (texts.In(member.Language), forms.To(decision.Request, member.Id));
            var facts = (decision with { Request = question }).Facts(member.Name, cohort, words);
            var letter = new Letter("decision-handed", $"{decision.DecisionId}-{handed.Number}", "decision-handed")
            {
                Model = new Dictionary<string, object?>
                {
                    ["by"] = cohort.MemberName(handed.FromId),
                    ["what"] = words.Plain($"{question.Form}.title", facts),
                    ["about"] = words.Plain($"{question.Form}.intro", facts),
                    ["until"] = handed.Until is { } until ? DateText.Day(until, member.Language) : null,
                    ["url"] = await links.OpenAsync(question, cancellation),
                },
            };
            await correspondence.WriteAsync(cohort.Id, member, letter, cancellation);
        }

        await store.AnnouncedAsync(decision.CohortId, new(decision.DecisionId, 0, handed.Number), cancellation);
    }
}
