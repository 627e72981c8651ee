namespace Ilnp.Privacy;

/// <summary>One record that is held of somebody.</summary>
/// <param name="Record">As it is stored, for the file.</param>
/// <param name="Heading">What it is, in the reader's language; null where the lines say it.</param>
/// <param name="Lines">As the page shows it.</param>
public sealed record Holding(object Record, string? Heading, params IReadOnlyList<HoldingLine> Lines);

/// <summary>A label and a value, both in the reader's language.</summary>
public sealed record HoldingLine(string Label, string Value);
