using System.Text.Json;
using Ilnp.Intake.Answers;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake.Import;

/// <summary>What the committee said that columns of files and questions of forms are.</summary>
/// <param name="Fields">Key of the field by folded heading; empty for one that is not used.</param>
public sealed record ColumnChoices(IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The same for the same choices.</summary>
    public string Id => StableIds.Of(JsonSerializer.SerializeToUtf8Bytes(Fields.OrderBy(choice => choice.Key, StringComparer.Ordinal)));

    /// <summary>Counts what was said, from 1; 0 for a set that a file was imported with.</summary>
    public int Version { get; init; }

    /// <summary>What is wished otherwise than it is read now: of each field that changes, all its columns. Null for nothing.</summary>
    /// <param name="columns">As they are read now.</param>
    /// <param name="wished">Key of a field by the column's index; null for one that nothing was said about.</param>
    public static ColumnChoices? Of(IReadOnlyList<ImportColumn> columns, Func<int, string?> wished)
    {
        var asked = columns.Where(column => column.CanBeChosen)
            .Select(column => (Column: column, Before: KeyOf(column), After: Wish(column))).ToList();
        var moved = asked.Where(one => one.Before != one.After).ToList();
        var touched = moved.SelectMany(one => new[] { one.Before, one.After }).Where(key => key.Length > 0).ToHashSet();
        var said = moved.Concat(asked.Where(one => touched.Contains(one.After))).DistinctBy(one => one.Column.Key);
        return moved.Count == 0 ? null : new(said.ToDictionary(one => one.Column.Key, one => one.After));

        string Wish(ImportColumn column) => wished(column.Index) is { } key && IsField(key) ? key : KeyOf(column);
    }

    /// <summary>Those for a file of these headings: what was said of others makes no other file of it. Null for none.</summary>
    public ColumnChoices? About(IReadOnlyList<string> headings) =>
        AboutKeys(headings.Concat(headings.Select(BoxedAnswers.TitleOf).OfType<string>()).Select(Fold.Text));

    /// <summary>Those for these folded headings; null for none.</summary>
    public ColumnChoices? AboutKeys(IEnumerable<string> keys) =>
        keys.Distinct().Where(Fields.ContainsKey).ToDictionary(key => key, key => Fields[key]) is { Count: > 0 } own ? new(own) : null;

    /// <summary>With one thing said, or taken back by null.</summary>
    public ColumnChoices Say(string key, string? field) =>
        new(Fields.Where(choice => choice.Key != key).Concat(field is null ? [] : [new(key, field)]).ToDictionary())
        {
            Version = Version + 1,
        };

    /// <summary>These, and the later ones instead where both say something.</summary>
    public ColumnChoices With(ColumnChoices later) =>
        later.Fields.All(choice => Fields.GetValueOrDefault(choice.Key) == choice.Value) ? this
            : new(Fields.Where(choice => !later.Fields.ContainsKey(choice.Key)).Concat(later.Fields).ToDictionary())
            {
                Version = Version + 1,
            };

    /// <summary>The settings with these choices before their own.</summary>
    public IntakeSettings In(IntakeSettings settings) => settings with
    {
        Questions = settings.Questions.Keys.Union(Fields.Values.Where(key => key.Length > 0)).ToDictionary(
            key => key, key => (IReadOnlyList<string>)[.. Headings(key), .. Others(settings.Questions.GetValueOrDefault(key) ?? [])]),
        UnusedQuestions = [.. Headings(""), .. Others(settings.UnusedQuestions)],
    };

    IEnumerable<string> Headings(string key) => Fields.Where(choice => choice.Value == key).Select(choice => choice.Key);

    IEnumerable<string> Others(IEnumerable<string> titles) => titles.Where(title => !Fields.ContainsKey(Fold.Text(title)));

    static string KeyOf(ImportColumn column) => column.Field?.Key() ?? "";

    static bool IsField(string key) => key.Length == 0 || ApplicationFields.Find(key) is not null;
}
