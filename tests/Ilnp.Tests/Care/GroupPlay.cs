using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;

namespace Ilnp.Tests.Care;

/// <summary>A group whose members say things while days pass, as the orchestration would let the rules hear it.</summary>
sealed class GroupPlay(IReadOnlyList<string> members)
{
    static readonly DateTime Begin = new(2020, 5, 4, 14, 0, 0, DateTimeKind.Utc);

    readonly Dictionary<string, int> versions = [];
    Concern? latest;

    public DateTime Now { get; private set; } = Begin;

    public GroupCheckpoint Group { get; private set; } =
        new("c", "G001", Begin.AddDays(7), Begin.AddDays(120), new()) { Members = members, MoreDays = 2 };

    /// <summary>
    /// A word as <c>a:not-yet</c>, of whoever decides as <c>lia:part</c>, of a lead whom nobody asked as <c>lead:search</c>, days that pass
    /// as <c>3d</c>, or days on which nothing runs as <c>3x</c>.
    /// </summary>
    public CareTurn Let(string happening)
    {
        if (happening.EndsWith('x')) return StandStill(int.Parse(happening.TrimEnd('x'), CultureInfo.InvariantCulture));
        if (happening.Split(':') is not [var who, var choice]) return Pass(int.Parse(happening.TrimEnd('d'), CultureInfo.InvariantCulture));
        return who switch
        {
            "lia" => Decide(choice),
            "lead" => Say(Dissolving.Form.DecisionId(Group.GroupId, who), who, choice),
            _ => Say(QuestionOf(who, choice), who, choice),
        };
    }

    /// <summary>The same word again, as an announcement may come.</summary>
    public CareTurn Repeat(string decisionId, string who, string choice) =>
        Take(CareRules.Hear(Group, new(decisionId, who, choice, versions[decisionId]), Now));

    public CareTurn Say(string decisionId, string who, string choice)
    {
        versions[decisionId] = versions.GetValueOrDefault(decisionId) + 1;
        Now = Now.AddHours(1);
        return Take(CareRules.Hear(Group, new DecisionRecorded(decisionId, who, choice, versions[decisionId]), Now));
    }

    /// <summary>Everything that time causes until then, as one.</summary>
    public CareTurn Pass(int days)
    {
        var (until, acts) = (Now.AddDays(days), new List<CareAct>());
        while (Group.NextMoment <= until && Group.NextMoment < Group.End)
        {
            Now = Group.NextMoment > Now ? Group.NextMoment : Now;
            acts.AddRange(Take(CareClock.At(Group, Now)).Acts);
        }

        Now = until;
        return new(Group, acts);
    }

    /// <summary>Everything that was due meanwhile comes at the end.</summary>
    CareTurn StandStill(int days)
    {
        Now = Now.AddDays(days);
        return Take(CareClock.At(Group, Now));
    }

    /// <summary>Decides about the concern that came last to whoever decides.</summary>
    CareTurn Decide(string choice) =>
        Say(
            ConcernQuestion.DecisionId(Group.GroupId, latest ?? throw new InvalidOperationException("Nobody was asked."), "lia"),
            "lia",
            choice);

    string QuestionOf(string who, string choice) => choice == Nudge.Here
        ? Nudge.DecisionId(Group.GroupId, 1, who)
        : Pulse.DecisionId(Group.GroupId, Group.Round - 1, who);

    CareTurn Take(CareTurn turn)
    {
        Group = turn.Group;
        latest = turn.Acts.OfType<AskingToDecide>().LastOrDefault()?.Concern ?? latest;
        return turn;
    }
}
