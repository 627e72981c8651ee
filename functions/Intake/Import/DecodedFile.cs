namespace Ilnp.Intake.Import;

/// <summary>A file's text.</summary>
/// <param name="Text">Empty when it was refused.</param>
sealed record DecodedFile(string Text)
{
    /// <summary>Lines, from 1, that were in another encoding than the rest.</summary>
    public IReadOnlySet<int> OddLines { get; init; } = new HashSet<int>();

    /// <summary>For the committee: how the file as a whole was read; null when there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>Why it is not read at all.</summary>
    public string? Refusal { get; init; }
}
