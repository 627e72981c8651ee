using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Logging;

namespace Ilnp.Operations;

/// <summary>Asks about what stopped, and again until somebody decides or it goes on.</summary>
public sealed class StoppageLetters(
    DecisionStore decisions, Questions questions, Correspondence correspondence, TextShelf texts, TimeProvider time,
    ILogger<StoppageLetters> logger)
{
    /// <summary>The ledger keeps each mail single, so that every sweep may ask for it; what cannot be sent now, the next sends.</summary>
    public async Task AskAsync(
        CohortSettings cohort, IReadOnlyList<Stoppage> stoppages, IReadOnlySet<FailureKey> failed, CancellationToken cancellation)
    {
        foreach (var stoppage in stoppages)
        {
            var about = await decisions.ListAsync(cohort.Id, StoppedForm.Prefix(stoppage.StoppageId), cancellation);
            if (!StoppageRules.IsOpen(stoppage, failed, about)) continue;
            var reminder = StoppageRules.Reminder(stoppage, cohort, time.GetUtcNow());
            foreach (var member in StoppageRules.Asked(cohort, reminder))
                await AskAsync(cohort, member, stoppage, reminder, cancellation);
        }
    }

    async Task AskAsync(CohortSettings cohort, CommitteeMember member, Stoppage stoppage, int reminder, CancellationToken cancellation)
    {
        var words = new StoppageWords(texts.In(member.Language), cohort);
        var letter = Letter(cohort, stoppage, reminder, words);
        try
        {
            if (stoppage.IsQuestion)
                await questions.AskAsync(StoppedForm.Question(cohort, member, stoppage, words), member, letter, cancellation);
            else await correspondence.WriteAsync(cohort.Id, member, letter, cancellation);
        }
        catch (TransientFailure e)
        {
            logger.LogWarning(e, "The mail on stoppage {Stoppage} could not be sent; it is tried again.", stoppage.StoppageId);
        }
    }

    static Letter Letter(CohortSettings cohort, Stoppage stoppage, int reminder, StoppageWords words) =>
        new("operations", $"{stoppage.StoppageId}-{reminder}", "orchestration-failed")
        {
            Model = new Dictionary<string, object?>
            {
                ["stopped"] = words.What(stoppage.Topmost),
                ["since"] = words.Since(stoppage.Topmost),
                ["asked_before"] = reminder > 0,
                ["failures"] = words.Lines(stoppage.Topmost).Select(Line).ToList(),
                ["meanings"] = words.Meanings(stoppage.Topmost).ToList(),
                ["advice"] = words.Advice(stoppage.Topmost).ToList(),
                ["ids"] = StoppageWords.Ids(stoppage.Topmost).ToList(),
                ["more"] = stoppage.Topmost.Count() - StoppageWords.Ids(stoppage.Topmost).Count(),
                ["remind_days"] = cohort.Care.RemindDays,
                ["can_decide"] = stoppage.IsQuestion,
            },
        };

    static Dictionary<string, object?> Line(StoppageLine line) => new()
    {
        ["stopped"] = line.What,
        ["when"] = line.When,
        ["why"] = line.Why,
        ["stuck"] = !line.CanGoOn,
    };
}
