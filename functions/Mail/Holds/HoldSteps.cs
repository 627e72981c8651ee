using Ilnp.Orchestration;
using Microsoft.DurableTask;

namespace Ilnp.Mail.Holds;

/// <summary>Mails to many that a lead may hold, as orchestrations say it.</summary>
public static class HoldSteps
{
    /// <summary>
    /// Waits while a mailing to more than a few is held. At once in a cohort begun before anything could be held, and for a few.
    /// </summary>
    /// <param name="context">Of the orchestration.</param>
    /// <param name="canBeHeld">As the plan's.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="mailing">Its name.</param>
    /// <param name="people">To how many.</param>
    /// <param name="isNews">Whether people can take part without it.</param>
    /// <returns>False when it falls away: only news does.</returns>
    public static async Task<bool> MayGo(
        this TaskOrchestrationContext context, bool canBeHeld, string cohortId, string mailing, int people, bool isNews = false)
    {
        if (!canBeHeld || people <= HoldRules.Few) return true;
        var turn = new MailingTurn(cohortId, mailing, context.CurrentUtcDateTime, isNews);
        while (true)
        {
            var answer = await context.Do<MailingAnswer>(nameof(HoldActivities.AskWhetherHeld), turn);
            if (answer.AskAgainAt is not { } later) return answer.Goes;
            await context.WaitUntil(later);
        }
    }
}
