using Ilnp.Programme;
using Ilnp.SecondPartners;
using Ilnp.SecondPartners.Letters;
using Ilnp.SecondPartners.Questions;
using static Ilnp.Tests.Repetition.Scenarios;

namespace Ilnp.Tests.Repetition;

/// <summary>Activities of second partners.</summary>
static class SecondScenarios
{
    const string C = Stage.Cohort;

    static readonly GroupRef Pair = new(C, "G001");

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("LookAtSeconds", s => s.WishedAsync("P01"), p => Give(p.Get<SecondActivities>().LookAtSeconds(C, p.Hub))),
        Of<SecondLetters>("AskSecond", s => s.WishedAsync("P01"), a => Done(a.AskSecond(Pair)), "second-ask P02"),
        Of<SecondLetters>(
            "AskSecond where one would rather stay", s => Refused(s), a => Done(a.AskSecond(Pair)), "second-none P01"),
        Of<SecondLetters>("RemindSecond", s => s.WishedAsync("P01"), a => Done(a.RemindSecond(Pair)), "second-ask P02"),
        Of<SecondActivities>(
            "MakeSecondPairs", s => s.WishedAsync("P01", "P02", "P03", "P04", "P05"), a => Give(a.MakeSecondPairs(C))),
        Of<SecondLetters>(
            "TellUnpaired", s => Unpaired(s), a => Done(a.TellUnpaired(C)), "second-none P02", "second-none P04"),
        Of<SecondLeadLetters>(
            "AskAboutSeconds",
            s => s.SecondPairAsync(SecondPairStatus.Proposed),
            a => Done(a.AskAboutSeconds(new(C, Stage.Closes, IsAgain: false))),
            "lead-seconds ada"),
        Of<SecondLeadLetters>(
            "TellSecondsLapsed",
            s => s.SecondPairAsync(SecondPairStatus.Proposed),
            a => Done(a.TellSecondsLapsed(C)),
            "lead-seconds-lapsed ada"),
        Of<SecondPairActivities>(
            "ListSecondsToIntroduce", s => s.SecondPairAsync(SecondPairStatus.Proposed), a => Give(a.ListSecondsToIntroduce(C))),
        Of<SecondPairActivities>(
            "IntroduceSecond",
            s => s.SecondPairAsync(SecondPairStatus.Proposed),
            a => Done(a.IntroduceSecond(new(C, "S001"))),
            "second-introduction S001"),
        Of<SecondPairActivities>(
            "IntroduceSecond of whom one has left", s => Left(s, SecondPairStatus.Proposed),
            a => Done(a.IntroduceSecond(new(C, "S001"))), "second-none P01"),
        Of<SecondPairActivities>(
            "DropSeconds",
            s => s.SecondPairAsync(SecondPairStatus.Proposed),
            a => Done(a.DropSeconds(C)),
            "second-none P01",
            "second-none P03"),
        Of<SecondPairActivities>(
            "EndSeconds by one of them", s => Stopped(s), a => Give(a.EndSeconds(new(C))), "second-ended P01", "second-ended P03"),
        Of<SecondPairActivities>(
            "EndSeconds of whom one has left",
            s => Left(s, SecondPairStatus.Active),
            a => Give(a.EndSeconds(new(C))),
            "second-ended P01"),
        Of<SecondPairActivities>(
            "EndSeconds of whom one goes for good",
            s => s.SecondPairAsync(SecondPairStatus.Active),
            a => Give(a.EndSeconds(new(C, "P03"))),
            "second-ended P01"),
    ];

    static async Task Refused(Stage stage)
    {
        await stage.WishedAsync("P01");
        await stage.DecisionAsync(Second.DecisionId("G001", "P02"), Second.Name, "P02", Second.Stay);
    }

    /// <summary>P01 and P03 are paired; P02 was agreed and is over, of P04's group not everybody has answered.</summary>
    static async Task Unpaired(Stage stage)
    {
        await stage.SecondPairAsync(SecondPairStatus.Proposed);
        await stage.WishAsync("P01", "P02", "P03", "P04");
    }

    static async Task Left(Stage stage, SecondPairStatus status)
    {
        await stage.SecondPairAsync(status);
        await stage.StandAsync("P03", Standing.Left, "G002");
    }

    static async Task Stopped(Stage stage)
    {
        await stage.SecondPairAsync(SecondPairStatus.Active);
        await stage.DecisionAsync($"{StopSecond.Name}-S001-P03", StopSecond.Name, "P03", StopSecond.Stop);
    }
}
