using Ilnp.Local.Running;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Wishes;

namespace Ilnp.Local.Match;

/// <summary>Former partners and the committee's wishes, from small CSV files.</summary>
sealed class WishFiles(Applicants applicants)
{
    readonly List<string> _faults = [];

    /// <summary>Former partners: two people a line.</summary>
    /// <exception cref="LocalProblem">Lines that cannot be understood or name nobody, all of them.</exception>
    public IReadOnlyList<PersonPair> Past(FileInfo? file) => file is null ? []
        : Checked<PersonPair>(
            [.. Rows(file, "Former partners", "--past").Select(row => Pair(file, row, 0, eligible: false)).OfType<PersonPair>()]);

    /// <summary>Wishes: a kind and what it is about a line.</summary>
    /// <exception cref="LocalProblem">Lines that cannot be understood or name nobody, all of them.</exception>
    public IReadOnlyList<Wish> Locks(FileInfo? file) => file is null ? []
        : Checked<Wish>([.. Rows(file, "The wishes", "--locks").Select(row => Lock(file, row)).OfType<Wish>()]);

    Wish? Lock(FileInfo file, (int Line, string[] Cells) row)
    {
        switch (row.Cells[0].ToLowerInvariant())
        {
            case "together": return Pair(file, row, 1) is { } pair ? Wish.Together(pair.First, pair.Second) : null;
            case "apart": return Pair(file, row, 1) is { } two ? Wish.Apart(two.First, two.Second) : null;
            case "place": return Person(file, row, 1) is { } person ? Wish.Place(person) : null;
            case "atleast": return Least(file, row);
            default:
                _faults.Add($"{file.Name}, line {row.Line}: \"{row.Cells[0]}\" is none of together, apart, place, atleast.");
                return null;
        }
    }

    Wish? Least(FileInfo file, (int Line, string[] Cells) row)
    {
        if (row.Cells is [_, var number, var of, .. var rest]
            && int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var people) && people >= 0
            && Kind(of) is { } kind && (kind == MinimumOf.Carried || rest is [{ Length: > 0 }, ..]))
            return Wish.AtLeast(new(kind, rest is [var value, ..] ? value : "", people));
        _faults.Add(
            $"{file.Name}, line {row.Line}: write atleast,N,country,CODE or atleast,N,library,TYPE or "
                + "atleast,N,language,CODE or atleast,N,carried.");
        return null;
    }

    static MinimumOf? Kind(string word) => word.ToLowerInvariant() switch
    {
        "country" => MinimumOf.Country,
        "library" => MinimumOf.LibraryType,
        "language" => MinimumOf.Language,
        "carried" => MinimumOf.Carried,
        _ => null,
    };

    IReadOnlyList<T> Checked<T>(IReadOnlyList<T> read) =>
        _faults.Count == 0 ? read : throw new LocalProblem(string.Join(Environment.NewLine, _faults));

    static IEnumerable<(int Line, string[] Cells)> Rows(FileInfo file, string what, string option) =>
        GivenFile.ReadText(file.FullName, what, option).Split('\n')
            .Select((text, k) => (k + 1, text.Trim().Split(',').Select(c => c.Trim().Trim('"')).ToArray()))
            .Where(r => r.Item2[0].Length > 0 && r.Item2[0] is not ("first" or "kind"));

    PersonPair? Pair(FileInfo file, (int Line, string[] Cells) row, int from, bool eligible = true)
    {
        var (first, second) = (Person(file, row, from, eligible), Person(file, row, from + 1, eligible));
        return first is null || second is null ? null : new PersonPair(first, second);
    }

    string? Person(FileInfo file, (int Line, string[] Cells) row, int column, bool eligible = true)
    {
        if (row.Cells.Length <= column)
            _faults.Add($"{file.Name}, line {row.Line}: column {column + 1} is missing.");
        else if (applicants.Find(row.Cells[column]) is not { } id)
            _faults.Add($"{file.Name}, line {row.Line}: \"{row.Cells[column]}\" is not a row or address in the applications file.");
        else if (eligible && applicants.People.First(p => p.PersonId == id) is { Standing: not Programme.Standing.Eligible } person)
            _faults.Add($"{file.Name}, line {row.Line}: row {person.ApplicationRow} is not eligible, so nothing can be wished for it.");
        else
            return id;
        return null;
    }
}
