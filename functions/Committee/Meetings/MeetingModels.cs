using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Meetings;
using Ilnp.Texts;

namespace Ilnp.Committee.Meetings;

/// <summary>The page of the meeting that is to come, and of the next.</summary>
/// <param name="File">As it is.</param>
/// <param name="Address">What is posted to.</param>
/// <param name="Typed">As typed, by field.</param>
/// <param name="WrongKeys">Texts of what is wrong with it.</param>
public sealed record MeetingModel(
    MeetingFile File, string Address, IReadOnlyDictionary<string, IReadOnlyList<string>> Typed, IReadOnlyList<string> WrongKeys)
{
    /// <summary>Somebody has changed the cohort since the page was shown.</summary>
    public bool IsMeanwhile { get; init; }

    /// <summary>What was just done; null for nothing.</summary>
    public CommitteeAct? Done { get; init; }

    /// <summary>Whose calendar makes links; null where a link has to be given.</summary>
    public string? Calendar { get; init; }

    /// <summary>What was called off stands in the calendar still.</summary>
    public bool IsLeft { get; init; }

    /// <summary>Presses that ended half-way.</summary>
    public IEnumerable<CommitteeAct> Half => File.Acts.Where(act => !act.IsDone);

    public string Value(string field) => Typed.GetValueOrDefault(field) is [var one, ..] ? one : "";
}

/// <summary>The page that says what an invitation causes, and why these times.</summary>
/// <param name="File">As it is.</param>
/// <param name="Address">What is posted to.</param>
/// <param name="Reading">What was typed.</param>
/// <param name="Choice">The times.</param>
/// <param name="Calendar">Whose calendar makes the link; null where one was given.</param>
public sealed record MeetingAskedModel(MeetingFile File, string Address, MeetingReading Reading, SittingsChoice Choice, string? Calendar)
{
    /// <summary>A sitting where somebody lives: the hour, with its day where that is another than the cohort's.</summary>
    public string Local(DateTimeOffset sitting, string zone)
    {
        var local = Zones.Local(sitting, zone);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return DateOnly.FromDateTime(local) == Reading.Day
            ? time
            : $"{time} ({LocalDate.Write(DateOnly.FromDateTime(local), File.Reader.Texts.Language)})";
    }

    public Dictionary<string, string> Counts => new()
    {
        ["count"] = Text(Choice.ByDay),
        ["all"] = Text(Choice.People),
        ["alone"] = Text(Choice.BestAlone),
    };

    static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
