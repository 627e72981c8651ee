namespace Ilnp.Programme.Reasons;

/// <summary>A reason with its points, told in words only when shown.</summary>
/// <param name="Code">Key of the text, for instance <c>firstInterest</c>.</param>
/// <param name="Arguments">What the text mentions: interests, language codes, hours, numbers.</param>
/// <param name="Points">Part of the score; 0 for reasons that are not parts of one.</param>
public sealed record MatchReason(string Code, IReadOnlyList<string> Arguments, int Points = 0)
{
    /// <summary>The reason as a sentence.</summary>
    /// <param name="language">ISO 639 code; English where there are no texts in it.</param>
    public string InWords(string language) => MatchingTexts.Of(language).Render(this);

    /// <summary>The reason as the person reads it whom it is about: "you", and no points.</summary>
    /// <param name="language">ISO 639 code; English where there are no texts in it.</param>
    public string ToThePerson(string language) => MatchingTexts.Of(language).RenderToThePerson(this);

    /// <summary>The reason in English, as files for the committee have it.</summary>
    public override string ToString() => InWords("en");
}
