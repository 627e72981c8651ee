using Ilnp.Continuing;
using Ilnp.Continuing.Letters;
using Ilnp.Continuing.Questions;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;

namespace Ilnp.Tests.Continuing;

/// <summary>A group's time after the end, with scripted activities.</summary>
static class LongerPlay
{
    public const string Instance = "longer-c-G001";

    public static readonly GroupRef Group = new("c", "G001");
    public static readonly LongerDates Dates = LongerDates.Of(Cohorts.Pilot)!;

    /// <summary>Two weeks before the end.</summary>
    public static readonly DateTime Begin = new ProgrammeCalendar(Cohorts.Pilot).End.AddDays(-14);

    /// <param name="stands">What is found each time that somebody looks; the last one stays.</param>
    public static Script Script(string? histories, params LongerStand[] stands) => new Script(Begin) { Histories = histories }
        .Orchestrator<GroupRef>(nameof(LongerOrchestrator), LongerOrchestrator.Run)
        .On(nameof(AskingActivities.AskLonger))
        .On(nameof(AskingActivities.RemindLonger))
        .On(nameof(AskingActivities.TellNotLonger))
        .On(nameof(LongerActivities.LookAtLonger), input => stands[Math.Min(input.Time, stands.Length) - 1])
        .On(nameof(LongerActivities.AgreeOnLonger))
        .On(nameof(LongerActivities.EndLonger))
        .On(nameof(LongerLetters.TellLonger))
        .On(nameof(LongerLetters.TellLongerEnded))
        .On(nameof(PromptActivities.SendPrompt));

    public static LongerStand Stand(Consent consent, GoingOnEnd? end = null) => new()
    {
        Consent = consent,
        Dates = Dates,
        Members = ["a", "b"],
        Months = 4,
        End = end,
        EndedBy = end == GoingOnEnd.Stopped ? "b" : null,
    };

    /// <summary>All agree as often as that, and then this.</summary>
    public static LongerStand[] Given(int times, LongerStand last) => [.. Enumerable.Repeat(Stand(Consent.Given), times), last];

    /// <summary>A member has said something.</summary>
    public static Script Says(this Script script, DateTime at, string choice) =>
        script.Decides(at, Instance, Longer.Said, Longer.DecisionId("G001", "b"), "b", choice);

    public static Task<Microsoft.DurableTask.Client.OrchestrationMetadata> PlayAsync(this Script script) =>
        script.RunAsync(nameof(LongerOrchestrator), Group, Instance, Dates.Until.AddDays(1));

    /// <summary>What can happen, for the histories.</summary>
    public static async Task RecordAsync(string folder)
    {
        await Script(folder, Stand(Consent.Open), Stand(Consent.Open), Stand(Consent.Given))
            .Says(Dates.Remind.AddHours(5), Longer.Yes).PlayAsync();
        await Script(folder, Given(4, Stand(Consent.Given, GoingOnEnd.Stopped)))
            .Says(Dates.Prompts[0].AddDays(3), StopLonger.Stop).PlayAsync();
        await Script(folder, Stand(Consent.Given)).Says(Dates.Prompts[1].AddDays(3), Longer.Leave).PlayAsync();
        await Script(folder, Stand(Consent.Open), Stand(Consent.Refused)).Says(Begin.AddDays(1), Longer.No).PlayAsync();
        await Script(folder, Stand(Consent.Open)).Says(Begin.AddDays(1), Longer.Leave).PlayAsync();
        await Script(folder, Stand(Consent.Off)).PlayAsync();
    }
}
