namespace Ilnp.Mail.Ledger;

/// <summary>What an entry that is already there means for a new request to send.</summary>
public enum EntryState
{
    /// <summary>Free to be claimed.</summary>
    Free,

    /// <summary>Another process is sending it now, as far as can be told.</summary>
    Held,

    /// <summary>An attempt ended without a record: sent or not.</summary>
    Doubtful,

    /// <summary>Done with; the outcome says how.</summary>
    Settled,
}

/// <summary>
/// How the ledger decides. A claim is of a dead attempt when it carries this process's own id (the mailer lets one request
/// of a key in at a time, so its holder would be us) or is older than the lease, which is longer than any attempt may take.
/// </summary>
static class LedgerRules
{
    /// <summary>Events kept to recognise repeated ones; a mail has a handful.</summary>
    const int EventsKept = 50;

    public static EntryState State(LedgerEntry entry, string process, DateTimeOffset now, TimeSpan lease) => entry.Status switch
    {
        MailStatus.Released or MailStatus.Suppressed => EntryState.Free,
        MailStatus.Unknown => EntryState.Doubtful,
        MailStatus.Claimed => entry.ClaimedBy == process || now - entry.ClaimedAt >= lease ? EntryState.Doubtful : EntryState.Held,
        _ => EntryState.Settled,
    };

    /// <summary>Whether it is known how it went, and time alone brings no doubt.</summary>
    public static bool IsCertain(LedgerEntry entry) => entry.Status is not (MailStatus.Claimed or MailStatus.Unknown);

    public static MailOutcome Outcome(LedgerEntry entry) => entry.Status switch
    {
        MailStatus.Failed => MailOutcome.Failed,
        MailStatus.Suppressed => MailOutcome.Suppressed,
        MailStatus.Claimed or MailStatus.Released or MailStatus.Unknown => MailOutcome.Unknown,
        _ => MailOutcome.AlreadySent,
    };

    /// <summary>The entry as a number: which mail, on which day, with which result; not to whom.</summary>
    /// <param name="entry">Of somebody who was erased.</param>
    /// <param name="nobody">A random id.</param>
    public static LedgerEntry Unlinked(LedgerEntry entry, string nobody) => new()
    {
        Key = entry.Key with { Occurrence = "erased", PersonId = nobody },
        Template = entry.Template,
        Language = entry.Language,
        Stream = entry.Stream,
        Status = entry.Status is MailStatus.Claimed or MailStatus.Released or MailStatus.Unknown ? MailStatus.Failed : entry.Status,
        FirstAttemptAt = DayOf(entry.FirstAttemptAt),
        ClaimedAt = DayOf(entry.ClaimedAt),
        ClaimedBy = "",
        Sender = entry.Sender,
        SentAt = entry.SentAt is { } sent ? DayOf(sent) : null,
        Reason = "erased",
    };

    static DateTimeOffset DayOf(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);

    /// <summary>A provider's event only ever moves a mail forward: events come late, twice and out of order.</summary>
    public static LedgerEntry Apply(LedgerEntry entry, ProviderEvent happened)
    {
        if (entry.Events.Contains(happened.Id)) return entry;
        var told = entry with { Events = [.. entry.Events.TakeLast(EventsKept - 1), happened.Id] };
        if (happened.Status <= entry.Status) return told;
        return told with
        {
            Status = happened.Status,
            SentAt = entry.SentAt ?? happened.At,
            ProviderId = entry.ProviderId ?? happened.ProviderId,
            Reason = happened.Reason ?? entry.Reason,
        };
    }
}
