using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Logging;

namespace Ilnp.Operations;

/// <summary>Asks about what stopped, and again until somebody decides or it goes on.</summary>
public sealed class StoppageLetters(
    DecisionStore decisions, DecisionLinks links, Correspondence correspondence, TextShelf texts, TimeProvider time,
    ILogger<StoppageLetters> logger)
{
    /// <summary>How long one can decide, from the finding or the cohort's end, whichever is later.</summary>
    static readonly TimeSpan Open = TimeSpan.FromDays(90);

    /// <summary>The ledger keeps each mail single, so that every sweep may ask for it; what cannot be sent now, the next sends.</summary>
    public async Task AskAsync(
        CohortSettings cohort, IReadOnlyList<Stoppage> stoppages, IReadOnlySet<FailureKey> failed, CancellationToken cancellation)
    {
        foreach (var stoppage in stoppages)
        {
            var about = await decisions.ListAsync(cohort.Id, StoppedForm.DecisionId(stoppage.StoppageId, ""), cancellation);
            if (!StoppageRules.IsOpen(stoppage, failed, about)) continue;
            var reminder = StoppageRules.Reminder(stoppage, cohort, time.GetUtcNow());
            foreach (var member in StoppageRules.Asked(cohort, reminder))
                await AskAsync(cohort, member, stoppage, reminder, cancellation);
        }
    }

    async Task AskAsync(CohortSettings cohort, CommitteeMember member, Stoppage stoppage, int reminder, CancellationToken cancellation)
    {
        var words = new StoppageWords(texts.In(member.Language), cohort);
        var url = stoppage.IsQuestion ? await links.OpenAsync(Request(cohort, member, stoppage, words), cancellation) : null;
        try
        {
            await correspondence.WriteAsync(cohort.Id, member, Letter(cohort, stoppage, reminder, words, url), cancellation);
        }
        catch (TransientFailure e)
        {
            logger.LogWarning(e, "The mail on stoppage {Stoppage} could not be sent; it is tried again.", stoppage.StoppageId);
        }
    }

    static DecisionRequest Request(CohortSettings cohort, CommitteeMember member, Stoppage stoppage, StoppageWords words) => new()
    {
        CohortId = cohort.Id,
        DecisionId = StoppedForm.DecisionId(stoppage.StoppageId, member.Id),
        Form = StoppedForm.Form.Name,
        SubjectId = member.Id,
        ClosesAt = Later(stoppage.FoundAt, new(new ProgrammeCalendar(cohort).End)) + Open,
        Facts = new Dictionary<string, string> { ["stopped"] = words.What(stoppage.Topmost), ["since"] = words.Since(stoppage.Topmost) },
    };

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    static Letter Letter(CohortSettings cohort, Stoppage stoppage, int reminder, StoppageWords words, Uri? url) =>
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
                ["can_decide"] = url is not null,
                ["url"] = url,
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
