namespace Ilnp.Forms;

/// <summary>What was posted, cleaned, and what is wrong with it.</summary>
/// <param name="Values">By question key, one entry for each question; shown again when there are errors.</param>
/// <param name="Errors">By question key.</param>
public sealed record FormReading(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Values, IReadOnlyDictionary<string, FormError> Errors)
{
    /// <summary>An untouched form: no question has a default.</summary>
    public static FormReading Empty { get; } =
        new(new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, FormError>());

    public bool IsValid => Errors.Count == 0;

    /// <summary>The answers given: questions left empty are not in it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers =>
        Values.Where(value => value.Value.Count > 0).ToDictionary(value => value.Key, value => value.Value);

    public IReadOnlyList<string> Of(string question) => Values.GetValueOrDefault(question) ?? [];

    /// <summary>A form filled with what is recorded.</summary>
    public static FormReading Filled(IReadOnlyDictionary<string, IReadOnlyList<string>> answers) =>
        new(answers, new Dictionary<string, FormError>());
}

/// <summary>Why an answer is not accepted.</summary>
/// <param name="TextKey">Key of the text that says so.</param>
/// <param name="Limit">The limit that the text names as <c>{limit}</c>; null when it names none.</param>
public sealed record FormError(string TextKey, string? Limit = null);
