using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Answers;

/// <summary>An application in the programme's words. Empty or null is what was not said or not understood.</summary>
public sealed record ApplicationAnswers
{
    /// <summary>In any script; the part before the @ when no name was given.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where mail can go; null when there is no usable address.</summary>
    public string? Email { get; init; }

    /// <summary>ISO 3166-1 alpha-2, or <see cref="Countries.Unknown"/>.</summary>
    public string Country { get; init; } = Countries.Unknown;

    /// <summary>IANA name, by the country when not said.</summary>
    public string? TimeZone { get; init; }

    /// <summary>ISO 639, in the person's order.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Codes of the interests list, or words of the person's own in lower case; most important first.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Code of the library types, or words of the person's own in lower case.</summary>
    public string? LibraryType { get; init; }

    public int? Years { get; init; }

    /// <summary>Code of the career stages.</summary>
    public string? CareerStage { get; init; }

    /// <summary>Whether a partner with a different background is wished; null when not said or either is welcome.</summary>
    public bool? WantsUnlike { get; init; }

    /// <summary>Codes of the interests list that the person can help with, at most three.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Codes of the interests list that the person would like to learn about, at most three.</summary>
    public IReadOnlyList<string> Seeks { get; init; } = [];

    /// <summary>Code of the rhythms.</summary>
    public string? Rhythm { get; init; }

    /// <summary>Codes of the tools.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>ISO 639, the language that mails and pages should come in; null when not said.</summary>
    public string? MailLanguage { get; init; }

    public bool? Internet { get; init; }

    public bool? Biweekly { get; init; }

    public bool? Commits { get; init; }

    public bool? Waited { get; init; }
}
