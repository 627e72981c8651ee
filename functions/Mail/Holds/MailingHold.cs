using System.Globalization;

namespace Ilnp.Mail.Holds;

/// <summary>What a lead said about a mailing.</summary>
public enum HoldWord
{
    None,
    Hold,
    LetGo,
}

/// <summary>What became of a mailing whose turn came.</summary>
public enum HoldEnd
{
    None,
    Went,

    /// <summary>It was held until its last moment, and is nothing that anybody needs to take part.</summary>
    FellAway,
}

/// <summary>What was said about a mailing, and what became of it. Row of its name.</summary>
/// <param name="Mailing">Its name.</param>
public sealed record MailingHold(string Mailing)
{
    public HoldWord Word { get; init; }

    /// <summary>Who said it; null for nobody.</summary>
    public string? MemberId { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    /// <summary>When its turn came and it waited, UTC; null before, and where it went at once.</summary>
    public DateTime? Since { get; init; }

    public HoldEnd End { get; init; }

    public bool IsWaiting => Since is not null && End == HoldEnd.None;

    /// <summary>As a page showed it: another after each press, and once it is settled.</summary>
    public static string VersionOf(MailingHold? hold) =>
        hold is null
            ? VersionOf(new(""))
            : string.Create(CultureInfo.InvariantCulture, $"{hold.Word}-{hold.SaidAt?.UtcTicks ?? 0}-{hold.End}");
}
