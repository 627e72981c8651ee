using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Answers;

/// <summary>When somebody applied, by their submission; and whether that is certain.</summary>
sealed class AppliedMoment(bool? dayFirst, TimeZoneInfo zone)
{
    /// <summary>The moment in UTC. A row of a file that has none, one that is not understood and one with two meanings are not known.</summary>
    public (DateTimeOffset Moment, bool IsKnown) Read(RawSubmission submission, ReceivedAnswers received, DateTimeOffset receivedAt)
    {
        var asked = received.Asks(ApplicationField.AppliedAt);
        var text = asked ? received.Raw(ApplicationField.AppliedAt) : submission.SubmittedAt;
        if (string.IsNullOrWhiteSpace(text)) return (receivedAt, submission.Row is null && !asked);
        var reading = MomentAnswer.Read(text, receivedAt, zone, dayFirst);
        var moment = received.Take(ApplicationField.AppliedAt, reading);
        if (reading.Problem is not null || dayFirst is not null) return (moment, reading.Problem is null);
        var other = Enum.GetValues<DateOrder>().Select(order => MomentAnswer.Parse(text, zone, order)).FirstOrDefault(read => read != moment);
        if (other is null || !MomentAnswer.IsPossible(other.Value, receivedAt)) return (moment, true);
        received.Note(ApplicationField.AppliedAt, $"“{TextAnswer.Quote(text)}” may be {moment:d MMMM} or {other:d MMMM}; nobody is taken for late by it");
        return (moment, false);
    }

    /// <summary>When the answers were last changed, UTC; null when the provider does not say, or not so that it is understood.</summary>
    public DateTimeOffset? Updated(RawSubmission submission, DateTimeOffset receivedAt) =>
        submission.UpdatedAt is { Length: > 0 } text && MomentAnswer.Read(text, receivedAt, zone, dayFirst) is { Problem: null } reading ? reading.Value : null;
}
