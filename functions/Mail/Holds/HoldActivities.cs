using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Mail.Holds;

/// <summary>Asks whether a mailing goes when its turn comes, and keeps that it waits, went or fell away.</summary>
public sealed class HoldActivities(CohortStore cohorts, MailingHoldStore holds, TimeProvider time)
{
    /// <summary>A word that a lead says meanwhile is heard: what is kept is what it was decided by.</summary>
    [Function(nameof(AskWhetherHeld))]
    public async Task<MailingAnswer> AskWhetherHeld([ActivityTrigger] MailingTurn turn)
    {
        var waitsForPress = (await cohorts.GetAsync(turn.CohortId)).Of<MailingSettings>().Hold;
        var (now, answer) = (time.GetUtcNow().UtcDateTime, new MailingAnswer(true, null));
        await holds.ChangeAsync(turn.CohortId, turn.Mailing, hold =>
        {
            answer = HoldRules.Answer(turn, hold, waitsForPress, now);
            return answer switch
            {
                { AskAgainAt: not null } => hold with { Since = turn.Since },
                { Goes: true } => hold with { End = HoldEnd.Went },
                _ => hold with { End = HoldEnd.FellAway },
            };
        });
        return answer;
    }
}
