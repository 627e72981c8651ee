using Ilnp.Operations.Disk;

namespace Ilnp.Operations.Health;

/// <summary>What an answer, or none, means for a part.</summary>
static class HealthRules
{
    /// <summary>Links, signatures of form providers and storage's own depend on the time.</summary>
    static readonly TimeSpan LargestDifference = TimeSpan.FromMinutes(5);

    public static PartHealth Storage(bool answers) =>
        new("storage", answers, answers ? "Storage answers." : "Storage does not answer.");

    public static PartHealth TaskHub(bool answers) =>
        new("task hub", answers, answers ? "The task hub answers." : "The task hub does not answer.");

    /// <param name="sender">By which way; null when its settings are wrong.</param>
    public static PartHealth Mail(string? sender) =>
        new("mail", sender is not null, sender is not null ? $"Mail goes out by {sender}." : "The settings of mail are wrong.");

    /// <summary>A disk that is low is told of, and works: it is no reason to send people away.</summary>
    public static PartHealth Disk(DiskReading reading) => new(
        "disk", true,
        reading.IsLow
            ? $"The disk has {reading.FreeMegabytes} MB free: make room before it is full."
            : $"The disk has {reading.FreeMegabytes} MB free.");

    /// <param name="storage">The time that storage's answer bears, to a second; null without an answer.</param>
    /// <param name="ours">When it came.</param>
    public static PartHealth Clock(DateTimeOffset? storage, DateTimeOffset ours)
    {
        if (storage is not { } theirs) return new("clock", true, "The clock cannot be compared now.");
        var difference = (ours - theirs).Duration();
        return difference <= LargestDifference
            ? new("clock", true, "The clock is right.")
            : new("clock", false, $"The clock is {difference.TotalMinutes:0} minutes {(ours > theirs ? "ahead of" : "behind")} storage's.");
    }
}
