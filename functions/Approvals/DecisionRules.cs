namespace Ilnp.Approvals;

/// <summary>When a decision is open, how long its link lives, and what a press of the button changes.</summary>
static class DecisionRules
{
    /// <summary>Least life of a fresh link: it shows what was recorded even long after closing.</summary>
    static readonly TimeSpan ShortestLink = TimeSpan.FromDays(7);

    public static bool IsOpen(Decision decision, DateTimeOffset now) => now < decision.Request.ClosesAt;

    /// <summary>When a link issued now expires, in whole minutes as the token holds it.</summary>
    public static DateTimeOffset LinkExpiry(DateTimeOffset issuedAt, DateTimeOffset closesAt, ApprovalsOptions options)
    {
        var wished = closesAt.AddDays(options.GraceDays);
        var (shortest, longest) = (issuedAt + ShortestLink, issuedAt.AddDays(options.LinkDays));
        var expiry = wished < shortest ? shortest : wished > longest ? longest : wished;
        return new DateTimeOffset(expiry.Ticks - expiry.Ticks % TimeSpan.TicksPerMinute, expiry.Offset).AddMinutes(1);
    }

    /// <summary>The decision with the answers, or null when they are what is recorded already.</summary>
    public static Decision? Record(
        Decision decision, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, string? choice, DateTimeOffset now) =>
        decision.Answers is { } recorded && AreSame(recorded, answers)
            ? null
            : decision with { Answers = answers, Choice = choice, AnsweredAt = now, Version = decision.Version + 1 };

    static bool AreSame(IReadOnlyDictionary<string, IReadOnlyList<string>> one, IReadOnlyDictionary<string, IReadOnlyList<string>> other) =>
        one.Count == other.Count
        && one.All(answer => other.TryGetValue(answer.Key, out var values) && values.SequenceEqual(answer.Value));
}
