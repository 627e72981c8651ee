using System.Text.RegularExpressions;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Import;

/// <summary>The record that names the questions: titles and blank lines may stand before it.</summary>
/// <param name="Index">Its place among the records.</param>
/// <param name="Titles">Of the columns; a second one of the same name stays as it is.</param>
/// <param name="Known">How many fields its titles ask for.</param>
sealed partial record HeaderRow(int Index, string[] Titles, int Known)
{
    /// <summary>Exports have a few lines before it at most.</summary>
    const int Looked = 25;

    /// <summary>One remark beside the answers has no heading sometimes; a question with choices has several columns.</summary>
    const int FewestChoices = 2;

    /// <summary>Qualtrics has a line with its own names of the columns.</summary>
    const string OwnIds = "{\"ImportId\"";

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

        return best?.WithChoices(records);
    }

    /// <summary>
    /// Some exports name a question once and its choices in a second line, below blank titles: those become <c>question [choice]</c>. A
    /// line that says more than one thing below questions without choices is an answer.
    /// </summary>
    HeaderRow WithChoices(IReadOnlyList<SheetRecord> records)
    {
        if (Index + 1 >= records.Count || HasAddress(records[Index + 1])) return this;
        var below = Titles.Select((_, column) => column < records[Index + 1].Cells.Length ? records[Index + 1].Cells[column].Trim() : "")
            .ToArray();
        var isChoice = Titles.Select((title, column) => title.Length == 0 || (column + 1 < Titles.Length && Titles[column + 1].Length == 0))
            .ToArray();
        var alone = below.Where((text, column) => !isChoice[column] && text.Length > 0).Distinct().Count();
        if (alone > 1
            || Titles.Where((title, column) => title.Length == 0 && below[column].Length > 0).Take(FewestChoices).Count() < FewestChoices)
            return this;
        var question = "";
        return this with
        {
            Index = Index + 1,
            Titles = [.. Titles.Select((title, column) =>
                Named(title, question = title.Length > 0 ? title : question, isChoice[column] ? below[column] : ""))],
        };
    }

    static string Named(string title, string question, string choice) =>
        choice.Length == 0 ? title : $"{question} [{Remark().Replace(choice, "")}]";

    /// <summary><c>Other (please specify)</c>.</summary>
    [GeneratedRegex(@"\s*[(\[].*$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    /// <summary>
    /// The record that may name the columns where none of them is known: the first as wide as most, without an answer in it. Null for none.
    /// </summary>
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
        var same = record.Cells.Zip(Titles)
            .Count(pair => pair.Second.Length > 0 && pair.First.AsSpan().Trim().Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
        return given > 1 && (same * 2 > given || record.Cells.Count(cell => cell.StartsWith(OwnIds, StringComparison.Ordinal)) * 2 > given);
    }

    static bool HasAddress(SheetRecord record) =>
        record.Cells.Any(cell => cell.Contains('@', StringComparison.Ordinal) && EmailAddress.Read(cell).Value is not null);

    /// <summary>Addresses are answers: a record with one is no header, whatever else it says.</summary>
    static int CountKnown(SheetRecord record, QuestionMap questions) =>
        HasAddress(record) ? 0 : questions.Fields([.. record.Cells.Select(title => new RawAnswer([title.Trim()], []))]);
}
