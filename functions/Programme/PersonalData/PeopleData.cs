using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Programme.PersonalData;

/// <summary>Name, address and answers that count now: table <c>People</c>. What is left is <see cref="ErasedPersonRule"/>'s.</summary>
sealed class PeopleData(PeopleStore people, CohortStore cohorts, TimeProvider time) : IPersonalData
{
    public static readonly HeldData Held = new("people", ErasureTurn.Person, "table People");

    public HeldData What => Held;

    public async Task<DataSubject> KnowAsync(DataSubject who, CancellationToken cancellation) =>
        await people.FindAsync(who.CohortId, who.PersonId, cancellation) is { } person ? who.Named(person.Name, person.Email) : who;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        if (await people.FindAsync(who.CohortId, who.PersonId, cancellation) is not { IsErased: false } person) return [];
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        (string Key, string? Value)[] lines =
        [
            ("name", person.Name),
            ("email", person.Email),
            ("country", Words.Country(person.Country, words.Language)),
            ("timezone", person.TimeZone is { } zone ? words.Locale.City(zone) : null),
            ("languages", Words.Languages(person.Languages, words.Language)),
            ("mail-language", Words.Language(person.MailLanguage, words.Language)),
            ("applied", DateText.At(person.FirstAppliedAt, cohort, words.Language)),
            ("standing", words[$"privacy.people.{person.Standing.ToString().ToLowerInvariant()}"]),
            ("reason", person.WaitingInWords()),
        ];
        return [new(
            person,
            null,
            [.. lines.Where(line => !string.IsNullOrEmpty(line.Value))
                .Select(line => new HoldingLine(words[$"privacy.people.{line.Key}"], line.Value!))])];
    }

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) =>
        people.UpdateAsync(who.CohortId, who.PersonId, person => ErasedPersonRule.Of(person, time.GetUtcNow()), cancellation);

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        people.ForgetAsync(cohortId, most, cancellation);
}
