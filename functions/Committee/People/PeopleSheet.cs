using System.Data;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Texts;

namespace Ilnp.Committee.People;

/// <summary>People as a sheet: who they are, where they stand, with whom and with which liaison.</summary>
static class PeopleSheet
{
    /// <param name="people">In the order of the sheet; whoever was erased is left out.</param>
    /// <param name="groups">All of the cohort.</param>
    /// <param name="cohort">Moments are in its zone, with their offset.</param>
    /// <param name="texts">Of headings and words.</param>
    public static DataTable Of(IEnumerable<Person> people, IReadOnlyList<Group> groups, CohortSettings cohort, PageTexts texts)
    {
        var sheet = Spreadsheet.Sheet(
            texts["people.title"],
            [
                texts["person.name"], texts["person.email"], texts["person.country"], texts["person-correct.timezone"],
                texts["person.languages"], texts["person.mail-language"], texts["person.interests"], texts["person.standing"],
                texts["person.reason"], texts["person.group"], texts["group.liaison"], texts["person.applied"],
            ]);
        var (language, byId) = (texts.Language, groups.ToDictionary(group => group.GroupId));
        foreach (var person in people.Where(person => !person.IsErased))
            sheet.AddRow(
                person.Name,
                person.Email,
                Words.Country(person.Country, language),
                person.TimeZone,
                string.Join(", ", person.Languages.Select(code => Words.Language(code, language))),
                Words.Language(person.MailLanguage, language),
                Words.Topics(person.Interests, language),
                texts[$"standing.{person.Standing.ToString().ToLowerInvariant()}"],
                string.Join(", ", person.Reasons.Select(reason => texts.Find($"reason.{reason}") ?? reason)),
                person.GroupId,
                person.GroupId is { } group && byId.GetValueOrDefault(group)?.LiaisonId is { } liaison ? cohort.MemberName(liaison) : null,
                DateText.Iso(person.FirstAppliedAt, cohort));
        return sheet;
    }
}
