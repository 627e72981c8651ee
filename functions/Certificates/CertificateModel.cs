namespace Ilnp.Certificates;

/// <summary>What a certificate says.</summary>
public sealed record CertificateModel
{
    /// <summary>As the person asked for it, in any script and of any length.</summary>
    public required string Name { get; init; }

    /// <summary>The cohort's name.</summary>
    public required string Programme { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The day on the certificate and in the file: the same for a second rendering.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>ISO 639-1, of the words around the name; English when there are no texts in it.</summary>
    public required string Language { get; init; }

    /// <summary>Who runs the programme; left out when null.</summary>
    public string? Organiser { get; init; }

    /// <summary>
    /// The language of the name when known, which decides how Chinese characters are drawn; by default the certificate's.
    /// </summary>
    public string? NameLanguage { get; init; }

    /// <summary>Where anybody sees that it is genuine; left out when null.</summary>
    public Uri? CheckUrl { get; init; }

    /// <summary>Who answers for it, with their role in words; the first two are printed.</summary>
    public IReadOnlyList<Signatory> Signatories { get; init; } = [];
}

/// <summary>A committee member under the certificate.</summary>
public sealed record Signatory(string Name, string Role);

/// <summary>The words of a certificate in one language; <c>{from}</c>, <c>{to}</c> and <c>{date}</c> stand for dates.</summary>
/// <param name="Check">Below the code that leads to where it is confirmed.</param>
/// <param name="Lead">What a programme's lead is called below their name.</param>
public sealed record CertificateTexts(
    string Title, string Awarded, string Recognition, string Period, string Issued, string Lead, string Check);
