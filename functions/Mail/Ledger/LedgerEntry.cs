namespace Ilnp.Mail.Ledger;

/// <summary>
/// One mail in the ledger: what was sent to whom, by ids. No address, no name, no text.
/// </summary>
public sealed record LedgerEntry
{
    public required MailKey Key { get; init; }

    public required string Template { get; init; }

    /// <summary>The language that was asked for.</summary>
    public required string Language { get; init; }

    public required MailStream Stream { get; init; }

    public required MailStatus Status { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset FirstAttemptAt { get; init; }

    /// <summary>UTC; when <see cref="ClaimedBy"/> began its attempt.</summary>
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>The process of the latest attempt, a random id for each start of one.</summary>
    public required string ClaimedBy { get; init; }

    /// <summary>Name of the sender of the latest attempt.</summary>
    public required string Sender { get; init; }

    public int Attempts { get; init; } = 1;

    /// <summary>UTC; when the provider took it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The provider's own id of the mail.</summary>
    public string? ProviderId { get; init; }

    /// <summary>A code, for instance <c>smtp-550</c>: why it failed, bounced or was released.</summary>
    public string? Reason { get; init; }

    /// <summary>The provider's event ids that are worked in: an event comes more than once.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];
}
