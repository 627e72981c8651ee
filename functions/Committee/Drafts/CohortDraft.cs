namespace Ilnp.Committee.Drafts;

/// <summary>A cohort that is being prepared: its settings file as far as it is written, whatever is still wrong with it.</summary>
/// <param name="Id">Part of its address; tells nothing.</param>
/// <param name="Settings">JSON.</param>
/// <param name="Owner">Address of whoever began it; empty where the function key did.</param>
/// <param name="ChangedBy">Name of whoever saved it last.</param>
/// <param name="ChangedAt">UTC.</param>
public sealed record CohortDraft(string Id, string Settings, string Owner, string ChangedBy, DateTimeOffset ChangedAt)
{
    /// <summary>Address of whoever saved it last; empty where the function key did, and in drafts of former releases.</summary>
    public string ChangedByAddress { get; init; } = "";

    /// <summary>Who took part in the round that it was copied from; null for a first one.</summary>
    public FormerRound? Before { get; init; }

    /// <summary>Id of that round, whose mails' own words are taken along; null for a first one.</summary>
    public string? CopyOf { get; init; }

    /// <summary>Who may open it: whoever began it, and the leads that it names.</summary>
    public bool IsOf(string address) =>
        address.Length > 0 && (Same(Owner, address) || SettingsDocument.Parse(Settings).Leads.Any(lead => Same(lead, address)));

    static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A round that is over or under way, in numbers.</summary>
/// <param name="Applicants">Everybody who applied.</param>
/// <param name="Countries">How many of them live where, by ISO 3166 code.</param>
public sealed record FormerRound(int Applicants, IReadOnlyDictionary<string, int> Countries);
