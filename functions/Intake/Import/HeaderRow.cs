using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Import;

/// <summary>The record that names the questions: titles and blank lines may stand before it.</summary>
/// <param name="Index">Its place among the records.</param>
/// <param name="Titles">Of the columns; a second one of the same name stays as it is.</param>
/// <param name="Known">How many fields its titles ask for.</param>
sealed record HeaderRow(int Index, string[] Titles, int Known)
{
    /// <summary>Exports have a few lines before it at most.</summary>
    const int Looked = 25;

    /// <summary>Fewer known questions than these happen by chance in an answer.</summary>
    const int Fewest = 2;

    public static HeaderRow? Find(IReadOnlyList<SheetRecord> records, QuestionMap questions)
    {
        var best = default(HeaderRow);
        for (var i = 0; i < Math.Min(Looked, records.Count); i++)
        {
            if (records[i].IsEmpty || records[i].Cells.Length < Fewest) continue;
            var known = CountKnown(records[i], questions);
            if (known >= Fewest && known > (best?.Known ?? 0)) best = new(i, [.. records[i].Cells.Select(title => title.Trim())], known);
        }

        return best;
    }

    /// <summary>The record that may name the columns where none of them is known: the first as wide as most, without an answer in it. Null for none.</summary>
    public static HeaderRow? Guess(IReadOnlyList<SheetRecord> records)
    {
        var looked = records.Take(Looked).ToList();
        var widest = looked.Select(Given).DefaultIfEmpty().Max();
        var index = looked.FindIndex(record => Given(record) is var given && given >= Fewest && given * 2 > widest && CanName(record));
        return index < 0 || index + 1 >= records.Count ? null : new(index, [.. records[index].Cells.Select(title => title.Trim())], 0);
    }

    static int Given(SheetRecord record) => record.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    /// <summary>Headings differ from each other, are no numbers and no addresses.</summary>
    static bool CanName(SheetRecord record)
    {
        var titles = record.Cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();
        return !HasAddress(record) && titles.Distinct(StringComparer.OrdinalIgnoreCase).Count() == titles.Count
            && titles.TrueForAll(title => title.Any(char.IsLetter));
    }

    /// <summary>Exports that were put together have their header again in the middle.</summary>
    public bool IsRepeatedBy(SheetRecord record)
    {
        var given = record.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
        var same = record.Cells.Zip(Titles).Count(pair => pair.Second.Length > 0 && pair.First.AsSpan().Trim().Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
        return given > 1 && same * 2 > given;
    }

    static bool HasAddress(SheetRecord record) =>
        record.Cells.Any(cell => cell.Contains('@', StringComparison.Ordinal) && EmailAddress.Read(cell).Value is not null);

    /// <summary>Addresses are answers: a record with one is no header, whatever else it says.</summary>
    static int CountKnown(SheetRecord record, QuestionMap questions) =>
        HasAddress(record) ? 0 : questions.Fields([.. record.Cells.Select(title => new RawAnswer([title.Trim()], []))]);
}
