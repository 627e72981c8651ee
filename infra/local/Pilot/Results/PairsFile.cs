using System.Globalization;
using System.Text;
using CsvHelper;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Local.Pilot.Results;

/// <summary>
/// <c>pairs.csv</c>: a row for each member of each group that took part to the end, in the order of group and application
/// row, in words. UTF-8 with the mark by which spreadsheets know it; no cell is a formula to a spreadsheet.
/// </summary>
static class PairsFile
{
    public static string Write(IEnumerable<Group> groups, IReadOnlyDictionary<string, Person> people, CohortSettings settings)
    {
        var text = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, SafeCsv.Configuration))
        {
            foreach (var title in new[] { "group", "application row", "name", "country", "languages", "interests", "liaison", "reason" })
                csv.WriteField(title);
            csv.NextRecord();
            foreach (var group in groups.Where(TookPart).OrderBy(group => group.GroupId, StringComparer.Ordinal))
                Write(csv, group, people, settings);
        }

        return text.ToString();
    }

    public static bool TookPart(Group group) => group.Status is GroupStatus.Active or GroupStatus.Completed;

    static void Write(CsvWriter csv, Group group, IReadOnlyDictionary<string, Person> people, CohortSettings settings)
    {
        foreach (var person in group.Members.Select(member => people[member])
            .OrderBy(person => person.ApplicationRow).ThenBy(person => person.PersonId, StringComparer.Ordinal))
        {
            csv.WriteField(group.GroupId);
            csv.WriteField(person.ApplicationRow);
            csv.WriteField(person.Name);
            csv.WriteField(Words.Country(person.Country, "en"));
            csv.WriteField(string.Join(", ", person.Languages.Select(code => Words.Language(code, "en"))));
            csv.WriteField(Words.Topics(person.Interests, "en"));
            csv.WriteField(settings.Committee.FirstOrDefault(member => member.Id == group.LiaisonId)?.Name);
            csv.WriteField(string.Join(" ", group.Reasons));
            csv.NextRecord();
        }
    }
}
