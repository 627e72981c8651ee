using System.Globalization;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Approvals;

/// <summary>Mails to whoever decides: a receipt for what was recorded, and a fresh link for an expired one.</summary>
public sealed class DecisionMails(
    DecisionSubjects subjects, ReceiptLetters receipts, DecisionLinks links, TextShelf texts, Correspondence correspondence,
    TimeProvider time)
{
    /// <summary>Step and template of the mail with a fresh link.</summary>
    public const string FreshLink = "fresh-link";

    /// <summary>One an hour.</summary>
    public static string FreshLinkOccurrence(Decision decision, DateTimeOffset now) =>
        $"{decision.DecisionId}-{now.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}";

    /// <summary>One receipt for each version of a decision.</summary>
    /// <exception cref="Orchestration.TransientFailure">Not sent for now.</exception>
    public async Task SendReceiptAsync(Decision decision, CancellationToken cancellation)
    {
        if (await subjects.FindAsync(decision.Request, cancellation) is not { } subject) return;
        await WriteAsync(subject, await receipts.OfAsync(decision, subject, cancellation), cancellation);
    }

    /// <summary>Mails the decision's latest link to the address that the expired one went to; once an hour at most.</summary>
    public async Task SendFreshLinkAsync(Decision decision, DecisionSubject subject, CancellationToken cancellation)
    {
        var letter = new Letter(FreshLink, FreshLinkOccurrence(decision, time.GetUtcNow()), FreshLink)
        {
            Model = new Dictionary<string, object?> { ["url"] = links.Address(decision) },
        };
        await WriteAsync(subject, letter, cancellation);
    }

    /// <summary>The question can still be answered: its last day passed while nothing could be heard.</summary>
    /// <exception cref="Orchestration.TransientFailure">Not sent for now.</exception>
    public async Task SendStillOpenAsync(
        Decision decision, DecisionSubject subject, DateTimeOffset until, CancellationToken cancellation = default)
    {
        var words = texts.In(subject.Language);
        var occurrence = $"{decision.DecisionId}-{until.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}";
        var letter = new Letter("still-open", occurrence, "still-open")
        {
            Model = new Dictionary<string, object?>
            {
                ["what"] = words.Plain($"{decision.Request.Form}.title", decision.Facts(subject, words)),
                ["close_date"] = DateText.Until(until, subject.Zone, subject.Language),
                ["url"] = await links.OpenAsync(decision.Request, cancellation),
            },
        };
        await WriteAsync(subject, letter, cancellation);
    }

    Task WriteAsync(DecisionSubject subject, Letter letter, CancellationToken cancellation) => subject switch
    {
        { Member: { } member } => correspondence.WriteAsync(subject.Cohort.Id, member, letter, cancellation),
        { Group: { } group } => correspondence.WriteAsync(group, subject.People, letter, cancellation),
        _ => correspondence.WriteAsync(subject.People[0], letter, cancellation),
    };
}
