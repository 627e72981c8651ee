using System.Text.Json.Serialization;
using Ilnp.Intake.Answers;

namespace Ilnp.Intake;

/// <summary>A line of the list that the committee sees: something in an application, a form or a file was not as it should be.</summary>
public sealed record IntakeProblem
{
    public required string CohortId { get; init; }

    /// <summary>The same when the same thing is found again.</summary>
    public required string ProblemId { get; init; }

    /// <summary>Name of the form provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Row in an export, from 1 without the header.</summary>
    public int? Row { get; init; }

    /// <summary>Null when it is about a form or a file.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Whose application it is; null when that is not known.</summary>
    public string? PersonId { get; init; }

    /// <summary>Key of the field, null when it is about the whole.</summary>
    public string? Field { get; init; }

    /// <summary>What was wrong and what was made of it, in plain words. May quote a short piece of an answer.</summary>
    public required string Words { get; init; }

    /// <summary>The word whose meaning the committee can say; null where it is about something else.</summary>
    public UnclearWord? Word { get; init; }

    /// <summary>What the committee said that it means, worked into the application; null as long as nobody has.</summary>
    public string? Meaning { get; init; }

    /// <summary>Who of the committee has looked at it and has nothing to do about it; null for nobody.</summary>
    public string? SeenBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Whether it needs a look.</summary>
    [JsonIgnore]
    public bool IsOpen => Meaning is null && SeenBy is null;

    /// <summary>Of the word: in the key, since a spelling may lose a name that was erased.</summary>
    [JsonIgnore]
    public string? WordId => Word is null ? null : ProblemId[ProblemIds.Unclear.Length..^(ApplicationId!.Length + 1)];

    /// <summary>Where to look, as the committee reads it: the row, else the form.</summary>
    [JsonIgnore]
    public string Place => Row is { } row ? $"row {row}" : ApplicationId is { } id ? $"{Provider} {id[..6]}" : $"{Provider} form";
}
