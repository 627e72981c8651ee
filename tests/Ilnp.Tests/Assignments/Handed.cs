using Ilnp.Approvals;
using Ilnp.Assignments;
using Ilnp.Assignments.Questions;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Assignments;

/// <summary>
/// Groups, and answers to both forms, in short: <c>a:Text:named</c> hands in, <c>b=named</c> says whether the last may be shown.
/// </summary>
static class Handed
{
    public static readonly CohortSettings Settings = SampleCohort.Settings("c");

    /// <summary>A minute before the first answer; each comes a minute after the one before.</summary>
    public static readonly DateTimeOffset Begin = new(2020, 7, 20, 12, 0, 0, TimeSpan.Zero);

    public static Group Group(params string[] members) => new()
    {
        CohortId = Settings.Id,
        GroupId = "G001",
        Members = members,
        Status = GroupStatus.Active,
    };

    public static Person Member(string id) => SampleCohort.Person(Settings.Id, id, $"Name of {id}", "KE", Standing.Active);

    public static IReadOnlyDictionary<string, Person> People(params IEnumerable<string> ids) => ids.ToDictionary(id => id, Member);

    /// <summary>As they stand after all of these, one for each question.</summary>
    public static IReadOnlyList<Decision> Answers(string said)
    {
        var answers = new Dictionary<string, Decision>();
        HandedIn? work = null;
        foreach (var (minute, word) in said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            var given = (word.Split(':'), word.Split('=')) switch
            {
                ([var by, var text, var consent], _) => HandingIn(by, text, consent),
                (_, [var by, var consent]) => Answered(MayShow.Question(Settings, work!, by), consent, []),
                _ => throw new ArgumentException(word),
            };
            var decision = given with { AnsweredAt = Begin.AddMinutes(minute + 1) };
            work = HandIn.Read(decision) ?? work;
            answers[decision.DecisionId] = decision;
        }

        return [.. answers.Values];
    }

    static Decision HandingIn(string by, string text, string consent) => Answered(
        HandIn.Question(Settings, Group("a", "b"), Member(by), []), consent,
        new() { [HandIn.Task] = ["words"], [HandIn.Text] = [text] });

    static Decision Answered(DecisionRequest question, string consent, Dictionary<string, IReadOnlyList<string>> more) => new()
    {
        Request = question,
        Link = new(1, "k", Begin, ""),
        OpenedAt = Begin,
        Choice = consent,
        Answers = new Dictionary<string, IReadOnlyList<string>>(more) { [HandIn.Consent] = [consent] },
        Version = 1,
    };
}
