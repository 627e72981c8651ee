using System.Collections;
using Ilnp.Programme;

namespace Ilnp.Mail.OwnWords;

/// <summary>What a mail's template can name: by its samples, and what every mail has.</summary>
sealed class SampleNames
{
    /// <summary>Whether it is the first or the last of a loop.</summary>
    const string Loop = "for";

    static readonly string[] Loops = ["first", "last"];

    readonly Dictionary<string, object?> values;

    SampleNames(Dictionary<string, object?> values) => this.values = values;

    public IReadOnlyDictionary<string, object?> Values => values;

    public static SampleNames Of(IReadOnlyList<MailSample> samples, CohortSettings cohort, string language)
    {
        var values = new Dictionary<string, object?>
        {
            ["name"] = "Amina Diallo",
            ["programme"] = cohort.NameIn(language),
            ["organiser"] = cohort.NameIn(language),
            ["website"] = "",
            ["contact"] = "Ada Tester",
        };
        foreach (var (name, text) in cohort.TextsIn(language)) values[name] = text;
        foreach (var (name, value) in samples.SelectMany(sample => sample.Model(language)))
            if (!values.TryGetValue(name, out var known) || IsEmpty(known)) values[name] = value;
        return new(values);
    }

    /// <summary>The same with the name that a loop gives to each of a list.</summary>
    public SampleNames With(string name, object? value) => new(new(values) { [name] = value });

    /// <summary>Whether there is such a name, and its value in a sample; a list's first stands for all.</summary>
    public bool Knows(IReadOnlyList<string> path, out object? value)
    {
        value = null;
        if (path.Count == 0) return false;
        if (path[0] == Loop) return path is [_, var place] && Loops.Contains(place);
        if (!values.TryGetValue(path[0], out value)) return false;
        foreach (var name in path.Skip(1))
        {
            if (IsList(value) && name == "size") value = 1;
            else if (value is IEnumerable<KeyValuePair<string, object?>> inner
                && inner.FirstOrDefault(pair => pair.Key == name) is { Key: not null } found)
                value = found.Value;
            else return false;
        }

        return true;
    }

    static bool IsEmpty(object? value) => value is null or "" || (IsList(value) && FirstOf(value) is null);

    public static bool IsList(object? value) => value is IEnumerable and not string and not IEnumerable<KeyValuePair<string, object?>>;

    public static object? FirstOf(object? list) => ((IEnumerable)list!).Cast<object?>().FirstOrDefault();
}
