using Ilnp.SecondPartners;
using Ilnp.SecondPartners.Letters;
using Ilnp.SecondPartners.Questions;
using Ilnp.Tests.Orchestration;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.SecondPartners;

/// <summary>A cohort's second partners, with scripted activities.</summary>
static class SecondPlay
{
    public const string Instance = "seconds-c";

    public static readonly SecondDates Dates = SecondDates.Of(SecondRulesTests.Cohort)!;

    /// <summary>The first wish, on the third day.</summary>
    public static readonly DateTime Begin = Dates.Opens.AddDays(2);

    /// <param name="histories">A folder that gets the histories, or null.</param>
    /// <param name="made">Ids of the pairs that are made.</param>
    /// <param name="running">How many go on, each time that somebody looks; the last one stays.</param>
    public static Script Script(string? histories, IReadOnlyList<string> made, params int[] running) =>
        new Script(Begin) { Histories = histories }
            .Orchestrator<string>(nameof(SecondOrchestrator), SecondOrchestrator.Run)
            .On(nameof(SecondActivities.LookAtSeconds), _ => new SecondsLook(Dates, ["G001", "G002"], 2))
            .On(nameof(SecondLetters.AskSecond))
            .On(nameof(SecondLetters.RemindSecond))
            .On(nameof(SecondActivities.MakeSecondPairs), _ => made)
            .On(nameof(SecondLetters.TellUnpaired))
            .On(nameof(SecondLeadLetters.AskAboutSeconds))
            .On(nameof(SecondLeadLetters.TellSecondsLapsed))
            .On(nameof(SecondPairActivities.ListSecondsToIntroduce), _ => made.Select(
                (pair, index) => new SecondDue(pair, Dates.Pairs.AddDays(1).AddHours(7 * index))))
            .On(nameof(SecondPairActivities.IntroduceSecond))
            .On(nameof(SecondPairActivities.DropSeconds))
            .On(nameof(SecondPairActivities.EndSeconds), input => running[Math.Min(input.Time, running.Length) - 1]);

    /// <summary>A member has said something.</summary>
    public static Script Says(this Script script, DateTime at, string group, string person, string choice) =>
        script.Decides(at, Instance, Second.Said, Second.DecisionId(group, person), person, choice);

    /// <summary>A member ends a second pair, or goes for good.</summary>
    public static Script Ends(this Script script, DateTime at, string choice) =>
        script.Decides(at, Instance, Second.Said, $"{StopSecond.Name}-S001-b", "b", choice);

    public static Script Decides(this Script script, DateTime at, string choice) =>
        script.Decides(at, Instance, ApproveSeconds.Decided, ApproveSeconds.DecisionId("lead"), "lead", choice);

    public static Task<OrchestrationMetadata> PlayAsync(this Script script) =>
        script.RunAsync(nameof(SecondOrchestrator), "c", Instance, Dates.End.AddDays(1));

    /// <summary>What can happen, for the histories.</summary>
    public static async Task RecordAsync(string folder)
    {
        var decided = Dates.Pairs.AddHours(20);
        await Script(folder, ["S001", "S002"], 2, 2, 2, 1, 1, 0)
            .Says(Begin.AddDays(1), "G003", "c", Second.Fine).Decides(decided, ApproveSeconds.Approve)
            .Ends(Dates.Pairs.AddDays(9), StopSecond.Stop).Ends(Dates.Pairs.AddDays(12), Second.Leave).PlayAsync();
        await Script(folder, ["S001"], 0).PlayAsync();
        await Script(folder, [], 0).Says(Begin.AddDays(3), "G001", "a", Second.Stay).PlayAsync();
        await Script(folder, [], 0).On(nameof(SecondActivities.LookAtSeconds), _ => new SecondsLook(null, [], 2)).PlayAsync();
    }
}
