namespace Ilnp.Forms;

/// <summary>A few things in the person's order, the most important first: one field for each place, all of one name.</summary>
/// <param name="Key">The fields' name.</param>
/// <param name="Places">How many can be named.</param>
public sealed record RankedQuestion(string Key, int Places) : Question(Key)
{
    const int Longest = 100;

    /// <summary>The values that are accepted; null accepts any words.</summary>
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>Words offered while typing, where any are accepted.</summary>
    public Suggestions? Suggestions { get; init; }

    protected override FormError? CheckGiven(IReadOnlyList<string> values)
    {
        if (values.Count > Places) return new("error.several");
        if (Options is not null && values.Any(value => !Options.Contains(value))) return new("error.unknown-option");
        return values.Any(value => value.Length > Longest) ? new("error.too-long", $"{Longest}") : null;
    }
}
