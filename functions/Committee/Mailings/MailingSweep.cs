using Ilnp.Mail.Holds;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Mailings;

/// <summary>
/// Looks once a day for mailings that are near, so that somebody has seen each before it goes to many, and for those that went out, so
/// that somebody knows what became of them. Of one that waits for a press the leads are reminded every day.
/// </summary>
public sealed class MailingSweep(
    CohortStore cohorts, MailingReading reading, MailingLetters letters, MailingHoldStore holds, TimeProvider time)
{
    /// <summary>Time to change words or the day.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <summary>Time for all of its mails to go out, and for addresses to answer that they are none.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromHours(20);

    /// <summary>By so much a mailing may be late, since a decision before it was.</summary>
    static readonly TimeSpan Late = TimeSpan.FromDays(30);

    /// <summary>What was sent longer ago, as before a downtime or by an older release, is not told any more.</summary>
    static readonly TimeSpan Recent = TimeSpan.FromDays(10);

    [Function(nameof(TellOfMailings))]
    public async Task TellOfMailings([TimerTrigger("0 41 7 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var cohort in await cohorts.ListAsync(cancellation))
            foreach (var mailing in Mailing.Of(cohort)
                .Where(mailing => mailing.At < (now + Ahead).UtcDateTime && mailing.At > (now - Late).UtcDateTime))
                await TellAsync(cohort, mailing, now, cancellation);
    }

    async Task TellAsync(CohortSettings cohort, Mailing mailing, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await reading.ReceiptAsync(cohort, mailing, cancellation) is { } receipt)
        {
            var age = now - receipt.Begun;
            if (receipt.IsLarge && age >= Settled && age < Recent) await letters.TellDoneAsync(cohort, receipt, cancellation);
            return;
        }

        var state = HoldState.Of(cohort, mailing, await holds.FindAsync(cohort.Id, mailing.Name, cancellation));
        if (state.Hold is { IsWaiting: true })
            await letters.TellWaitsAsync(cohort, state, DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        else if (mailing.At > now.UtcDateTime && await reading.DryAsync(cohort, mailing, cancellation) is { IsLarge: true } run)
            await letters.TellAheadAsync(cohort, run, state, cancellation);
    }
}
