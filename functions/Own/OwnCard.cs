namespace Ilnp.Own;

/// <summary>
/// A part of somebody's own page. Its texts stand below <c>own.&lt;name&gt;</c>: <c>.title</c>, and for each action <c>.&lt;action&gt;</c>
/// with an optional <c>.hint</c>.
/// </summary>
/// <param name="Name">Part of text keys and of addresses.</param>
public sealed record OwnCard(string Name)
{
    /// <summary>What the texts of this card name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Keys of paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public IReadOnlyList<OwnPart> Parts { get; init; } = [];

    /// <summary>Links, the first one the most important.</summary>
    public IReadOnlyList<OwnLink> Links { get; init; } = [];

    /// <summary>Says nothing and has nothing to press.</summary>
    public bool IsEmpty => Paragraphs.Count + Parts.Count + Links.Count + Actions.Count == 0;

    /// <summary>Buttons; pressing one asks the step where to go.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];
}

/// <summary>Lines that belong together.</summary>
/// <param name="Heading">In the reader's language; null for none.</param>
/// <param name="Lines">In their order.</param>
public sealed record OwnPart(string? Heading, params IReadOnlyList<OwnLine> Lines);

/// <summary>A label and what stands beside it.</summary>
/// <param name="LabelKey">Key of a text.</param>
/// <param name="Value">In the reader's language.</param>
/// <param name="Link">Where the value leads; null for a value alone.</param>
public sealed record OwnLine(string LabelKey, string Value, Uri? Link = null)
{
    /// <summary>What the label names; null for the card's facts.</summary>
    public IReadOnlyDictionary<string, string>? Facts { get; init; }

    /// <summary>Lies behind the reader.</summary>
    public bool IsPast { get; init; }

    /// <summary>An address that a press begins a mail to.</summary>
    public static OwnLine Mail(string labelKey, string address) =>
        new(labelKey, address, Uri.TryCreate($"mailto:{address}", UriKind.Absolute, out var link) ? link : null);
}

/// <param name="TextKey">Key of its words.</param>
/// <param name="Address">Where it leads.</param>
public sealed record OwnLink(string TextKey, Uri Address);
