using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Answers;

/// <summary>When somebody applied, by their submission; and whether that is certain.</summary>
/// <param name="order">What the committee said about dates; null for nothing.</param>
/// <param name="zone">Where none is named.</param>
/// <param name="applying">When it can have been; null where no cohort is known.</param>
sealed class AppliedMoment(DateOrder? order, TimeZoneInfo zone, ApplyingTime? applying)
{
    /// <summary>
    /// The moment in UTC. A row of a file that has none, one that is not understood or not believed,
    /// and one with two meanings are not known.
    /// </summary>
    public (DateTimeOffset Moment, bool IsKnown) Read(
        RawSubmission submission, ReceivedAnswers received, DateTimeOffset receivedAt, string? country)
    {
        var asked = received.Asks(ApplicationField.AppliedAt);
        var text = asked ? received.Raw(ApplicationField.AppliedAt) : submission.SubmittedAt;
        if (string.IsNullOrWhiteSpace(text)) return (receivedAt, submission.Row is null && !asked);
        var read = ReadingsOf(text, country);
        if (read.All.Count == 0) return (received.Take(ApplicationField.AppliedAt, MomentAnswer.NoDate(text, receivedAt)), false);
        var possible = Possible(read, receivedAt);
        if (possible.Count == 0) return (received.Take(ApplicationField.AppliedAt, MomentAnswer.NotThen(text, receivedAt)), false);
        if (possible.Count > 1) return (Told(received, text, possible[0], possible[1], read.IsShort ? "d MMMM yyyy" : "d MMMM"), false);
        if (read.Otherwise.Select(later => possible[0] + later).FirstOrDefault(other => IsLate(other) != IsLate(possible[0])) is var other
            && other != default)
            return (Told(received, text, possible[0], other, "d MMMM, HH:mm 'UTC'"), false);
        return (possible[0], true);
    }

    /// <summary>When the answers were last changed, UTC; null when the provider does not say, or not so that it is understood.</summary>
    public DateTimeOffset? Updated(RawSubmission submission, DateTimeOffset receivedAt) =>
        submission.UpdatedAt is { Length: > 0 } text && ReadingsOf(text, null) is { All: [var moment, ..] }
            && MomentAnswer.IsPossible(moment, receivedAt) ? moment : null;

    /// <summary>What was said of day and month says nothing of a year with two digits.</summary>
    MomentReadings ReadingsOf(string text, string? country)
    {
        if (order is not { } said) return MomentAnswer.Readings(text, zone, Enum.GetValues<DateOrder>(), country);
        var read = MomentAnswer.Readings(text, zone, [said], country);
        return read is { IsShort: true, All: [var moment, ..] } && !IsBelieved(moment)
            ? MomentAnswer.Readings(
                text,
                zone,
                [said, .. Enum.GetValues<DateOrder>().Where(other => other is not (DateOrder.DayFirst or DateOrder.MonthFirst))],
                country)
            : read;
    }

    /// <summary>Those that can be; of four digits none where the likelier cannot.</summary>
    List<DateTimeOffset> Possible(MomentReadings read, DateTimeOffset receivedAt)
    {
        var from = read.IsShort && applying is null ? ApplyingTime.Before(receivedAt).From : DateTimeOffset.MinValue;
        var possible = read.All.Where(moment => MomentAnswer.IsPossible(moment, receivedAt) && IsBelieved(moment) && moment >= from)
            .ToList();
        if (read.IsNamed) return [.. possible.Take(1)];
        return read.IsShort || possible.Contains(read.All[0]) ? possible : [];
    }

    bool IsBelieved(DateTimeOffset moment) => applying is null || moment >= applying.From;

    bool IsLate(DateTimeOffset moment) => applying is not null && moment >= applying.Closes;

    static DateTimeOffset Told(ReceivedAnswers received, string text, DateTimeOffset moment, DateTimeOffset other, string format)
    {
        var (one, another) = (
            moment.ToString(format, System.Globalization.CultureInfo.InvariantCulture),
            other.ToString(format, System.Globalization.CultureInfo.InvariantCulture));
        received.Note(ApplicationField.AppliedAt, $"“{TextAnswer.Quote(text)}” may be {one} or {another}; nobody is taken for late by it");
        return moment;
    }
}
