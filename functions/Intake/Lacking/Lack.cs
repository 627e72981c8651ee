using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Intake.Lacking;

/// <summary>
/// An answer without which nobody is matched, and that was not understood: who wrote it says it once more on their own page, also when
/// the form is closed. Pure.
/// </summary>
/// <param name="Form">With one question.</param>
/// <param name="IsLacking">Whether nothing is known of it.</param>
/// <param name="Set">The person with the answer.</param>
sealed record Lack(Form Form, Func<Person, bool> IsLacking, Func<Person, IReadOnlyList<string>, Person> Set)
{
    static readonly Lack Country = new(
        new("lacks-country", new TextQuestion("country", 100) { Suggestions = Suggestions.Countries, Autocomplete = "country-name" }),
        person => person.Country == Countries.Unknown,
        (person, said) => Countries.Find(said[0]) is { } country ? ApplicantRule.From(person, country) : person);

    static readonly Lack Languages = new(
        new("lacks-languages", new RankedQuestion("languages", 4) { Suggestions = Suggestions.Languages }),
        person => person.Languages.Count == 0,
        (person, said) =>
            person with { Languages = [.. said.SelectMany(Vocabulary.Languages.FindAll).Distinct()], AreLanguagesSet = true });

    public static IReadOnlyList<Lack> All { get; } = [Country, Languages];

    /// <summary>What somebody can be asked now.</summary>
    public static IEnumerable<Lack> Of(Person person) => All.Where(one => one.IsLacking(person) && CanBeSaid(person));

    /// <summary>Once somebody is chosen, their answers are known.</summary>
    public static bool CanBeSaid(Person person) =>
        person is { IsErased: false, WithdrawnAt: null } && StandingRule.IsOpen(person.Standing);

    public DecisionRequest Question(CohortSettings cohort, string personId) =>
        Form.Question(cohort.Id, personId, new ProgrammeCalendar(cohort).End, personId) with { Receipt = false };

    /// <summary>The person with what was said; as they are when they have applied anew since, or it is too late.</summary>
    public Person Said(Person person, Decision decision) =>
        CanBeSaid(person) && person.AnswersVersionAt <= decision.AnsweredAt
            ? SetAnswersRule.Kept(person, Set(person, decision.Answers![Form.Questions[0].Key]))
            : person;
}
