namespace Ilnp.Mail.OwnWords;

/// <summary>What a cohort's committee wrote in place of a mail's words in one language.</summary>
public sealed record OwnWording
{
    public required string CohortId { get; init; }

    /// <summary>The mail's name.</summary>
    public required string Template { get; init; }

    public required string Language { get; init; }

    /// <summary>Counts changes, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Null where the original counts again.</summary>
    public MailWords? Words { get; init; }

    /// <summary>Id of the member of the committee.</summary>
    public required string MemberId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    internal string Row => RowOf(Template, Language);

    internal static string RowOf(string template, string language) => $"{template}~{language}";
}
