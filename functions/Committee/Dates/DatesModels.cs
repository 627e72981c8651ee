using Ilnp.Cohort.Moves;
using Ilnp.Committee.Acts;
using Ilnp.Programme;
using Microsoft.AspNetCore.Html;

namespace Ilnp.Committee.Dates;

/// <summary>The page of a cohort's days.</summary>
/// <param name="File">As they are.</param>
/// <param name="Address">What is posted to.</param>
/// <param name="Typed">As typed, by day; empty for as they are.</param>
/// <param name="Wrong">What is in the way, in words, with the day's name.</param>
public sealed record DatesModel(
    DatesFile File, string Address, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<(string Words, string? Day)> Wrong)
{
    /// <summary>Somebody has changed the cohort since the page was shown.</summary>
    public bool IsMeanwhile { get; init; }

    /// <summary>Who moved days last, in a sentence; null where nobody has.</summary>
    public IHtmlContent? WhoWasFirst => Acts.WhoWasFirst.Of(File.Reader, new(false) { Latest = File.Acts is [.., var last] ? last : null });

    /// <summary>What was just moved; null for nothing.</summary>
    public CommitteeAct? Done { get; init; }

    /// <summary>Moves that ended half-way.</summary>
    public IEnumerable<CommitteeAct> Half => File.Acts.Where(act => !act.IsDone);

    public bool IsAnythingOpen => File.Days.Any(day => day.State == DayState.Open);

    public string Value(MovableDay day) => Typed.TryGetValue(day.Name, out var typed) ? typed : $"{day.Day:yyyy-MM-dd}";

    /// <summary>End of the text's key that says what hangs on a day.</summary>
    public static string HintOf(string day) => CohortDay.IsPrompt(day) ? "prompt" : day;

    public string NameOf(string day) => MoveLetters.NameOf(day, File.Reader.Texts);
}

/// <summary>The page that says what a move causes.</summary>
/// <param name="File">As it is.</param>
/// <param name="Address">What is posted to.</param>
/// <param name="Typed">By day; posted again.</param>
/// <param name="Lines">Every day that is another then.</param>
/// <param name="Told">How many get a mail.</param>
/// <param name="Members">How many of the committee do.</param>
public sealed record DatesChangeModel(
    DatesFile File, string Address, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<DayChange> Lines, int Told, int Members);

/// <summary>A day before and after a move.</summary>
/// <param name="Name">In words.</param>
/// <param name="Before">Null for a day that there was not.</param>
/// <param name="After">Null for a day that there is not any more.</param>
public sealed record DayChange(string Name, DateOnly? Before, DateOnly? After)
{
    /// <summary>How many it is about, at most; null where nobody can know.</summary>
    public int? People { get; init; }

    /// <summary>How many were told the day of before, and are told the new one.</summary>
    public int Told { get; init; }

    /// <summary>It was not moved by itself: it follows from another.</summary>
    public bool Follows { get; init; }

    /// <param name="file">As it is.</param>
    /// <param name="move">What is wished.</param>
    /// <param name="typed">By day, as typed.</param>
    /// <param name="told">Days that people were told, one after the other.</param>
    internal static IReadOnlyList<DayChange> Of(
        DatesFile file, DatesMove move, IReadOnlyDictionary<string, string> typed, IEnumerable<string> told)
    {
        var counts = told.CountBy(day => day).ToDictionary();
        var days = move.Days().Select(day =>
            new DayChange(MoveLetters.NameOf(day, file.Reader.Texts), move.Before.On(day), move.After.On(day))
            {
                People = file.PeopleOn(day),
                Told = counts.GetValueOrDefault(day),
                Follows = typed.GetValueOrDefault(day) != $"{move.After.On(day):yyyy-MM-dd}",
            });
        return [.. days.Concat(Along(file, move)).OrderBy(line => line.After ?? line.Before)];
    }

    /// <summary>What has no name of its own: the leads' review, and the reminders.</summary>
    static IEnumerable<DayChange> Along(DatesFile file, DatesMove move)
    {
        var (texts, cohort) = (file.Reader.Texts, file.Cohort);
        if (move.Moves(CohortDay.ApplicationsClose))
            yield return new(
                texts.Plain("draft.day.review"), move.Before.ApplicationsClose.AddDays(1), move.After.ApplicationsClose.AddDays(1))
            {
                People = cohort.Leads.Count(),
                Follows = true,
            };
        var (before, after) = (Reminders(move.Before), Reminders(move.After));
        for (var number = 0; number < Math.Max(before.Count, after.Count); number++)
        {
            DateOnly? was = number < before.Count ? before[number] : null;
            DateOnly? becomes = number < after.Count ? after[number] : null;
            if (was != becomes) yield return new(texts.Plain("draft.day.reminder"), was, becomes) { Follows = true };
        }

        List<DateOnly> Reminders(CohortDates dates) =>
        [
            .. new ProgrammeCalendar(cohort with { Dates = dates }).AvailabilityReminders
                .Select(moment => cohort.Today(new DateTimeOffset(moment, TimeSpan.Zero))),
        ];
    }
}
