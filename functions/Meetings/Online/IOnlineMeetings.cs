namespace Ilnp.Meetings.Online;

/// <summary>A calendar in which meetings are made that people join by a link.</summary>
public interface IOnlineMeetings
{
    /// <summary>Whose calendar it is; null where there is none, and whoever invites gives a link of their own.</summary>
    string? Calendar { get; }

    /// <summary>Makes both sittings; the same again gives the same.</summary>
    /// <exception cref="OnlineMeetingFailure">
    /// It could not be made. What there is of it already is found by the same key again.
    /// </exception>
    Task<OnlineMeeting> MakeAsync(MeetingToMake meeting, CancellationToken cancellation);

    /// <summary>Takes its entries out of the calendar; nothing happens where they are gone.</summary>
    /// <exception cref="OnlineMeetingFailure">They could not be taken out.</exception>
    Task DeleteAsync(string entries, CancellationToken cancellation);
}

/// <summary>A meeting in two sittings that is to be made.</summary>
/// <param name="Key">Of the press that asks for it.</param>
/// <param name="Title">What the calendar shows.</param>
/// <param name="First">UTC.</param>
/// <param name="Second">UTC.</param>
/// <param name="Minutes">Of each.</param>
public sealed record MeetingToMake(string Key, string Title, DateTimeOffset First, DateTimeOffset Second, int Minutes);

/// <summary>A meeting that was made.</summary>
/// <param name="Link">Where both sittings are joined.</param>
/// <param name="Entries">The calendar's ids, to take it out again.</param>
public sealed record OnlineMeeting(Uri Link, string Entries);

/// <summary>The calendar did not answer, or does not allow it.</summary>
public sealed class OnlineMeetingFailure(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>No calendar is set.</summary>
sealed class NoOnlineMeetings : IOnlineMeetings
{
    public string? Calendar => null;

    public Task<OnlineMeeting> MakeAsync(MeetingToMake meeting, CancellationToken cancellation) =>
        throw new OnlineMeetingFailure("No calendar is set.");

    public Task DeleteAsync(string entries, CancellationToken cancellation) => throw new OnlineMeetingFailure("No calendar is set.");
}
