using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.SecondPartners.Letters;
using Ilnp.Standstill;
using Microsoft.DurableTask;

namespace Ilnp.SecondPartners;

/// <summary>Second partners, as their orchestration says it.</summary>
static class SecondSteps
{
    public static Task<SecondsLook> LookAtSeconds(this TaskOrchestrationContext context, string cohortId) =>
        context.Do<SecondsLook>(nameof(SecondActivities.LookAtSeconds), cohortId);

    /// <summary>Those of a group who have not answered; when one of them would rather stay, whoever wished it is told.</summary>
    public static Task AskPartners(this TaskOrchestrationContext context, string cohortId, string groupId) =>
        context.Do(nameof(SecondLetters.AskSecond), new GroupRef(cohortId, groupId));

    public static Task RemindPartners(this TaskOrchestrationContext context, string cohortId, IReadOnlyList<string> groups) =>
        context.ForEach(groups, nameof(SecondLetters.RemindSecond), group => new GroupRef(cohortId, group));

    public static Task<IReadOnlyList<string>> MakeSecondPairs(this TaskOrchestrationContext context, string cohortId) =>
        context.Do<IReadOnlyList<string>>(nameof(SecondActivities.MakeSecondPairs), cohortId);

    /// <summary>Whoever wished one and gets none hears why.</summary>
    public static Task TellUnpaired(this TaskOrchestrationContext context, string cohortId) =>
        context.Do(nameof(SecondLetters.TellUnpaired), cohortId);

    /// <summary>A last day on which nothing ran is followed by others.</summary>
    public static Postponing PostponingWishes(this TaskOrchestrationContext context, string cohortId, int moreDays) =>
        new(context, new(cohortId, LateThing.Answers), moreDays);

    public static Task AskLeads(this TaskOrchestrationContext context, string cohortId, DateTime closes, bool isAgain) =>
        context.Do(nameof(SecondLeadLetters.AskAboutSeconds), new SecondsAsked(cohortId, closes, isAgain));

    public static Task TellLeadsLapsed(this TaskOrchestrationContext context, string cohortId) =>
        context.Do(nameof(SecondLeadLetters.TellSecondsLapsed), cohortId);

    /// <summary>Each pair when it is day for both.</summary>
    public static async Task IntroduceSeconds(this TaskOrchestrationContext context, string cohortId)
    {
        var due = await context.Do<IReadOnlyList<SecondDue>>(nameof(SecondPairActivities.ListSecondsToIntroduce), cohortId);
        foreach (var together in due.GroupBy(one => one.At).OrderBy(same => same.Key))
        {
            await context.WaitUntil(together.Key);
            await context.ForEach(together, nameof(SecondPairActivities.IntroduceSecond), one => new SecondPairRef(cohortId, one.PairId));
        }
    }

    public static Task DropSeconds(this TaskOrchestrationContext context, string cohortId) =>
        context.Do(nameof(SecondPairActivities.DropSeconds), cohortId);

    /// <summary>Gives how many go on.</summary>
    public static Task<int> EndSeconds(this TaskOrchestrationContext context, string cohortId, string? gone) =>
        context.Do<int>(nameof(SecondPairActivities.EndSeconds), new SecondsGone(cohortId, gone));
}
