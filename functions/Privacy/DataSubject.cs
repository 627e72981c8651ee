namespace Ilnp.Privacy;

/// <summary>Whose data it is.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="PersonId">The person in it.</param>
public sealed record DataSubject(string CohortId, string PersonId)
{
    /// <summary>Names as the person has written them, here and there.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Sentences about the person's answers that others were told.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>Takes all of these out of what belongs to others.</summary>
    public Redaction Redaction => new([.. Names, .. Addresses, .. Quotes]);

    /// <summary>With one more name and address; empty ones say nothing.</summary>
    public DataSubject Named(string? name, string? address) => this with
    {
        Names = [.. Names.Union(Given(name))],
        Addresses = [.. Addresses.Union(Given(address))],
    };

    static string[] Given(string? word) => word?.Trim() is { Length: > 0 } given && given != Redaction.Left ? [given] : [];
}
