using System.Data;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Texts;

namespace Ilnp.Committee.Groups;

/// <summary>Groups as a sheet: their members with addresses, liaison, and how they stand.</summary>
static class GroupsSheet
{
    /// <param name="rows">In the order of the sheet.</param>
    /// <param name="people">All of the cohort.</param>
    /// <param name="cohort">Moments are in its zone, with their offset.</param>
    /// <param name="texts">Of headings and words.</param>
    public static DataTable Of(IEnumerable<GroupRow> rows, IEnumerable<Person> people, CohortSettings cohort, PageTexts texts)
    {
        var sheet = Spreadsheet.Sheet(
            texts["groups.title"],
            [
                texts["group.id"], texts["group.members"], texts["person.email"], texts["person.country"], texts["group.liaison"],
                texts["group.status"], texts["group.formed"], texts["group.ended"],
            ]);
        var addresses = people.ToDictionary(person => person.PersonId, person => person.Email);
        foreach (var row in rows)
            sheet.AddRow(
                row.Group.GroupId,
                row.Names(texts.Locale),
                string.Join(
                    ", ", row.Members.Select(member => addresses.GetValueOrDefault(member.PersonId, "")).Where(one => one.Length > 0)),
                string.Join(", ", row.Members.Select(member => member.Country)),
                row.Liaison,
                texts[row.StatusKey],
                DateText.Iso(row.Group.FormedAt, cohort),
                row.Group.EndedAt is { } ended ? DateText.Iso(ended, cohort) : null);
        return sheet;
    }
}
