namespace Ilnp.Care.Concerns;

/// <summary>Something that is not well in a group, from the word or the silence that shows it to its end.</summary>
public sealed record Concern
{
    public required ConcernKind Kind { get; init; }

    /// <summary>The silent one; for a mismatch and trouble whoever reports it; for a quiet group its first member.</summary>
    public required string AboutId { get; init; }

    /// <summary>Whose word raised it; null for a quiet group.</summary>
    public string? FromId { get; init; }

    /// <summary>Who said the same later, in a group of three.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The decision that holds the words of whoever raised it; null for a quiet group.</summary>
    public string? WordId { get; init; }

    /// <summary>Counts the group's concerns, from 1: names of questions and letters hang on it.</summary>
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RaisedAt { get; init; }

    public required ConcernStage Stage { get; init; }

    /// <summary>When the next step is taken, UTC.</summary>
    public required DateTime Due { get; init; }

    /// <summary>How often the silent one had more time, since nothing ran at the end of it.</summary>
    public int PutOff { get; init; }

    /// <summary>How often the one who decides wanted to wait, from 0.</summary>
    public int Turn { get; init; }

    /// <summary>Letters to the one who decides: 0 for the first, then counting.</summary>
    public int Letter { get; init; }

    /// <summary>Everybody who waits for it to end.</summary>
    public IEnumerable<string> Askers => FromId is null ? [] : Also.Prepend(FromId);

    /// <summary>As one of those who wait sees it, for a letter to them.</summary>
    public IEnumerable<Concern> ByAsker() => Askers.Select(asker => this with { FromId = asker, Also = [] });

    /// <summary>Without somebody who waits no more; null when nobody does.</summary>
    public Concern? WithoutAsker(string personId) =>
        Askers.Where(asker => asker != personId).ToArray() is [var first, .. var others]
            ? this with { FromId = first, Also = others }
            : null;
}

/// <summary>What is not well.</summary>
public enum ConcernKind
{
    /// <summary>A partner does not hear from somebody.</summary>
    Silence,

    /// <summary>Two wait for each other.</summary>
    Mutual,

    /// <summary>In touch, and it does not work.</summary>
    Mismatch,

    /// <summary>Conduct: confidential, for the leads.</summary>
    Trouble,

    /// <summary>Nobody of the group has answered two pulses in a row.</summary>
    Quiet,
}

/// <summary>Who is to speak next.</summary>
public enum ConcernStage
{
    /// <summary>The silent one, or both who wait.</summary>
    Asked,

    /// <summary>The liaison, or the leads.</summary>
    Deciding,
}
