using System.Text;
using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Intake.Vocabulary;
using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.People.Actions;

/// <summary>Corrects what the person is called, where mail goes, the country, the time zone, and the language of mails.</summary>
public sealed class Correct(PeopleStore people, AddressBook addresses, DecisionLinks links, OwnPageLetters letters) : PersonAction(Asked)
{
    const string Called = FieldChange.Name, Address = FieldChange.Email, Country = FieldChange.Country, Zone = FieldChange.TimeZone,
        Language = FieldChange.Language;

    public static readonly Form Asked = Asks(
        "correct",
        new TextQuestion(Called, 200), new EmailQuestion(Address),
        new TextQuestion(Country, 100) { Suggestions = Suggestions.Countries, Required = false },
        new TextQuestion(Zone, 64) { Suggestions = Suggestions.TimeZones, Required = false },
        new TextQuestion(Language, 60) { Suggestions = Suggestions.Languages });

    public override bool IsPossible(PersonFile file) => true;

    public override string About(PersonFile file) => VersionOf(file.Person);

    public override FormReading Filled(PersonFile file) =>
        FormReading.Filled(Shown(file.Person).Where(field => field.Key != Country || file.Person.Country != Countries.Unknown)
            .ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[field.Value]));

    public override FormReading Check(PersonFile file, FormReading reading)
    {
        var errors = new Dictionary<string, FormError>(reading.Errors);
        // one that is not known may stay so while something else is corrected
        if (reading.Of(Country).Count == 0 && file.Person.Country != Countries.Unknown) errors.TryAdd(Country, new("error.missing-text"));
        if (reading.Of(Country) is [var country] && CountryOf(country) is null) errors.TryAdd(Country, new("error.unknown-country"));
        if (reading.Of(Zone).Count == 0 && file.Person.TimeZone is not null) errors.TryAdd(Zone, new("error.missing-text"));
        if (reading.Of(Zone) is [var zone] && zone != file.Person.TimeZone && ZoneOf(zone, reading) is null)
            errors.TryAdd(Zone, new("error.unknown-timezone"));
        if (reading.Of(Language) is [var language] && LanguageOf(file.Reader.Cohort, language) is null)
            errors.TryAdd(
                Language,
                new("error.no-mails-in", string.Join(", ", file.Reader.Cohort.Languages.Select(code => Locale.Of(code).OwnName))));
        return reading with { Errors = errors };
    }

    public override IReadOnlyList<FieldChange> Changes(PersonFile file, FormReading reading)
    {
        var (before, after) = (Shown(file.Person), Shown(Corrected(file.Person, file.Reader.Cohort, reading)));
        return [.. before.Where(field => field.Value != after[field.Key])
            .Select(field => new FieldChange(field.Key, field.Value, after[field.Key]))];
    }

    public override async Task<bool> ActAsync(PersonFile file, FormReading reading, PersonCall call)
    {
        if (VersionOf(file.Person) != call.About) return false;
        var (cohort, id, isMoved) = (file.Reader.Cohort, file.Person.PersonId, reading.Of(Address)[0] != file.Person.Email);
        if (isMoved) await MoveAsync(file, reading.Of(Address)[0], call.Cancellation);
        var done = false;
        var corrected = await people.UpdateAsync(
            cohort.Id, id, person => (done = VersionOf(person) == call.About) ? Corrected(person, cohort, reading) : person,
            call.Cancellation);
        if (done && isMoved) await letters.SendAsync(corrected!, call.DecidedAt, isNewAddress: true, call.Cancellation);
        return done;
    }

    /// <summary>
    /// Before the person is changed, so that a press that ended half-way does all of it the next time: what was asked at the
    /// address of before cannot be answered there.
    /// </summary>
    async Task MoveAsync(PersonFile file, string address, CancellationToken cancellation)
    {
        await addresses.CorrectAsync(file.Reader.Cohort, file.Person.PersonId, address, cancellation);
        foreach (var open in file.Open.Where(open => open.SubjectId == file.Person.PersonId)) await links.RenewAsync(open, cancellation);
    }

    /// <summary>The same as long as nobody has changed what is corrected here.</summary>
    public static string VersionOf(Person person) => StableIds.Of(Encoding.UTF8.GetBytes(string.Join('\n', Shown(person).Values)))[..10];

    static Dictionary<string, string> Shown(Person person) => new()
    {
        [Called] = person.Name,
        [Address] = person.Email,
        [Country] = Words.Country(person.Country, "en"),
        [Zone] = person.TimeZone ?? "",
        [Language] = Locale.Of(person.MailLanguage).OwnName,
    };

    /// <summary>A country that was not known held the person back; everything else about them stays.</summary>
    static Person Corrected(Person person, CohortSettings cohort, FormReading reading)
    {
        var country = reading.Of(Country) is [var said] ? said : Words.Country(person.Country, "en");
        var corrected = ApplicantRule.From(
            person with { Name = reading.Of(Called)[0], Email = reading.Of(Address)[0] },
            country == Words.Country(person.Country, "en") ? person.Country : CountryOf(country)!);
        // Left as it was, it goes with a country that it was likeliest for.
        if (reading.Of(Zone) is [var zone] && zone != person.TimeZone) corrected = corrected with { TimeZone = ZoneOf(zone, reading) };
        corrected = SetAnswersRule.Kept(person, corrected);
        if (LanguageOf(cohort, reading.Of(Language)[0]) is { } language && language != person.MailLanguage)
            corrected = corrected.Choosing(language);
        return corrected.Email == person.Email ? corrected : corrected with { IsAddressSet = true };
    }

    static string? CountryOf(string words) => Countries.Find(words);

    static string? ZoneOf(string words, FormReading reading) =>
        TimeZones.Find(words, reading.Of(Country) is [var country] ? CountryOf(country) : null);

    /// <summary>As the language calls itself, in English, or its code.</summary>
    static string? LanguageOf(CohortSettings cohort, string words) => cohort.Languages.FirstOrDefault(code =>
        new[] { Locale.Of(code).OwnName, Words.Language(code, "en"), code }.Contains(words, StringComparer.OrdinalIgnoreCase));
}
