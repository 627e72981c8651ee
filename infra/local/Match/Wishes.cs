using Ilnp.Local.Running;
using Ilnp.Matching;

namespace Ilnp.Local.Match;

/// <summary>Former partners and the committee's wishes, from small CSV files.</summary>
static class Wishes
{
    /// <summary>The problem with former partners and wishes added.</summary>
    /// <exception cref="LocalProblem">Lines that cannot be understood or name nobody, all of them.</exception>
    public static MatchingProblem Add(MatchingProblem problem, MatchRequest request, Applicants applicants)
    {
        var faults = new List<string>();
        if (request.Past is { } past) problem = problem with { Past = [.. Rows(past).SelectMany(r => Pair(past, r, 0, applicants, faults))] };
        if (request.Locks is { } locks) problem = AddLocks(problem, locks, applicants, faults);
        return faults.Count == 0 ? problem : throw new LocalProblem(string.Join(Environment.NewLine, faults));
    }

    static MatchingProblem AddLocks(MatchingProblem problem, FileInfo file, Applicants applicants, List<string> faults)
    {
        var (together, apart, place) = (new List<PersonPair>(), new List<PersonPair>(), new List<string>());
        foreach (var row in Rows(file))
        {
            switch (row.Cells[0].ToLowerInvariant())
            {
                case "together": together.AddRange(Pair(file, row, 1, applicants, faults)); break;
                case "apart": apart.AddRange(Pair(file, row, 1, applicants, faults)); break;
                case "place": place.AddRange(Person(file, row, 1, applicants, faults)); break;
                default: faults.Add($"{file.Name}, line {row.Line}: \"{row.Cells[0]}\" is none of together, apart, place."); break;
            }
        }
        return problem with { Locked = together, Blocked = apart, MustPlace = place };
    }

    static IEnumerable<(int Line, string[] Cells)> Rows(FileInfo file) =>
        System.Text.Encoding.UTF8.GetString(MatchRequest.Read(file)).TrimStart('\uFEFF').Split('\n')
            .Select((text, k) => (k + 1, text.Trim().Split(',').Select(c => c.Trim().Trim('"')).ToArray()))
            .Where(r => r.Item2[0].Length > 0 && r.Item2[0] is not ("first" or "kind"));

    static IEnumerable<PersonPair> Pair(FileInfo file, (int Line, string[] Cells) row, int from, Applicants applicants, List<string> faults)
    {
        var people = Person(file, row, from, applicants, faults).Concat(Person(file, row, from + 1, applicants, faults)).ToList();
        return people.Count == 2 ? [new PersonPair(people[0], people[1])] : [];
    }

    static List<string> Person(FileInfo file, (int Line, string[] Cells) row, int column, Applicants applicants, List<string> faults)
    {
        if (row.Cells.Length > column && applicants.Find(row.Cells[column]) is { } id) return [id];
        faults.Add($"{file.Name}, line {row.Line}: column {column + 1} is not a row or address in the applications file.");
        return [];
    }
}
