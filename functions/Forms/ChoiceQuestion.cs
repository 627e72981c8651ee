namespace Ilnp.Forms;

/// <summary>One of a few options, or several of them.</summary>
/// <param name="Key">The field's name.</param>
/// <param name="Options">The values that are accepted.</param>
public sealed record ChoiceQuestion(string Key, params IReadOnlyList<string> Options) : Question(Key)
{
    /// <summary>Whether several options may be ticked.</summary>
    public bool Several { get; init; }

    /// <summary>Whether the options are codes of languages: each is named in itself, so that everybody finds their own.</summary>
    public bool OfLanguages { get; init; }

    protected override FormError Missing => new(Several ? "error.missing-choices" : "error.missing-choice");

    protected override FormError? CheckGiven(IReadOnlyList<string> values) =>
        (values.Count > 1 && !Several) || values.Any(value => !Options.Contains(value)) ? new("error.unknown-option") : null;
}
