using System.Text.Json.Serialization;
using Ilnp.Intake.Answers;

namespace Ilnp.Intake;

/// <summary>One submission, whatever became of it: the record of what came in.</summary>
public sealed record Application
{
    public required string CohortId { get; init; }

    /// <summary>Made of the provider's name and its id of the submission; the same when it is sent again.</summary>
    public required string ApplicationId { get; init; }

    /// <summary>Name of the form provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Row in an export, from 1 without the header.</summary>
    public int? Row { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AppliedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the answers were last changed at the provider, UTC; null when it does not say.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Which of two applications of one moment counts: the one with answers changed later, else the one received later.</summary>
    [JsonIgnore]
    public DateTimeOffset VersionAt => UpdatedAt ?? ReceivedAt;

    /// <summary>Null for a message that could not be read.</summary>
    public ApplicationAnswers? Answers { get; init; }

    /// <summary>
    /// What the app's lists alone make of it, where the committee has to say what words mean; null where they know every word.
    /// </summary>
    public UnclearAnswers? Unclear { get; init; }

    /// <summary>Of what the committee had said of the form's questions when it was read; null for nothing.</summary>
    public string? ChoicesId { get; init; }

    /// <summary>Version of the words on the use of the answers that its person has agreed to; null where another form asked.</summary>
    public string? Consent { get; init; }

    /// <summary>How often it was read again since something else was said of the form's questions.</summary>
    public int Readings { get; init; }

    /// <summary>The country by which its person was told that they come in, after nobody had known it; null for most.</summary>
    public string? ToldCountry { get; init; }

    /// <summary>Whose application it is; null when nobody can be written to or the message could not be read.</summary>
    public string? PersonId { get; init; }

    /// <summary>The language of the person's mails when it was registered; null when nobody was added.</summary>
    public string? MailLanguage { get; init; }

    public required ApplicationOutcome Outcome { get; init; }

    /// <summary>Whether a person is made of it: it has an address, came in time, and is the person's own.</summary>
    [JsonIgnore]
    public bool Counts =>
        Answers?.Email is not null
            && Outcome is not (ApplicationOutcome.Late or ApplicationOutcome.Unconfirmed or ApplicationOutcome.Erased);

    /// <summary>Codes of the qualifications not met and of what holds the person back.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>What became of an application when it was registered.</summary>
public enum ApplicationOutcome
{
    /// <summary>The person's first.</summary>
    Received,

    /// <summary>Newer answers of somebody who applied before.</summary>
    Updated,

    /// <summary>Older than answers that arrived before it; its date still gives priority.</summary>
    Superseded,

    /// <summary>A minimum qualification is not met.</summary>
    Ineligible,

    /// <summary>Has no usable address: listed for the committee.</summary>
    Unreachable,

    /// <summary>Applied after the closing day: kept, not considered.</summary>
    Late,

    /// <summary>The message is not in the provider's format: kept, listed for the committee.</summary>
    Unreadable,

    /// <summary>Sent by the open form for an address that has applied before: counts when its mailbox has confirmed it.</summary>
    Unconfirmed,

    /// <summary>Erased on the person's wish, and stays so when it comes again: nothing of what it said is here.</summary>
    Erased,
}
