using Ilnp.Continuing;
using Ilnp.Continuing.Letters;
using Ilnp.Continuing.Questions;
using Ilnp.Programme;
using static Ilnp.Tests.Repetition.Scenarios;

namespace Ilnp.Tests.Repetition;

/// <summary>Activities of groups that go on after the programme's end.</summary>
static class LongerScenarios
{
    static readonly GroupRef Pair = new(Stage.Cohort, "G001");

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("LookAtLonger", s => Wished(s), p => Give(p.Get<LongerActivities>().LookAtLonger(Pair, p.Hub))),
        Of<AskingActivities>("AskLonger after a wish", s => Wished(s), a => Done(a.AskLonger(Pair)), "longer-ask P02"),
        Of<AskingActivities>(
            "AskLonger of the committee", s => s.RunningAsync(), a => Done(a.AskLonger(Pair)), "longer-ask P01", "longer-ask P02"),
        Of<AskingActivities>("RemindLonger", s => Wished(s), a => Done(a.RemindLonger(Pair)), "longer-ask P02"),
        Of<AskingActivities>("TellNotLonger", s => Wished(s), a => Done(a.TellNotLonger(new(Stage.Cohort, "G001"))), "longer-not P01"),
        Of<LongerActivities>("AgreeOnLonger", s => Wished(s), a => Done(a.AgreeOnLonger(Pair))),
        Of<LongerLetters>(
            "TellLonger", s => s.GoesOnAsync(), a => Done(a.TellLonger(Pair)),
            "liaison-longer ben", "longer-agreed P01", "longer-agreed P02"),
        Of<LongerActivities>("EndLonger", s => s.GoesOnAsync(), a => Done(a.EndLonger(End(GoingOnEnd.Stopped)))),
        Of<LongerLetters>(
            "TellLongerEnded by one of them", s => s.GoesOnAsync(),
            a => Done(a.TellLongerEnded(End(GoingOnEnd.Stopped))), "longer-stopped P01", "longer-stopped P02"),
        Of<LongerLetters>(
            "TellLongerEnded as agreed",
            s => s.GoesOnAsync(),
            a => Done(a.TellLongerEnded(End(GoingOnEnd.Over))),
            "longer-over P01",
            "longer-over P02"),
    ];

    static async Task Wished(Stage stage)
    {
        await stage.RunningAsync();
        await stage.DecisionAsync(Longer.DecisionId("G001", "P01"), Longer.Name, "P01", Longer.Yes);
    }

    static LongerEnd End(GoingOnEnd why) => new(Stage.Cohort, "G001", why, why == GoingOnEnd.Over ? null : "P02");
}
