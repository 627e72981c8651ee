namespace Ilnp.Local.Bench.Webhooks;

/// <summary>What was measured.</summary>
/// <param name="Sent">Messages, each counted as often as it was sent.</param>
/// <param name="Statuses">How many answers of each kind; 0 stands for none.</param>
/// <param name="P50">Milliseconds of an answer, of all but those of 429.</param>
/// <param name="Accepted">Different messages that were answered with 202.</param>
/// <param name="Lost">Of these, those of which nothing was made.</param>
/// <param name="Doubled">People, applications and mails that are there more than once.</param>
/// <param name="RefusedWithoutRetryAfter">Answers of 429 that do not say when to come again.</param>
/// <param name="WrongAnswers">Genuine messages that were refused, and wrongly signed ones that were not.</param>
/// <param name="ProcessedSeconds">From the first message until all that were accepted are applications and were answered by mail.</param>
/// <param name="ProcessorMsPerAccepted">Of host, app and sender together, without the storage.</param>
sealed record WebhookFigures(
    int Processors, int Rate, int Seconds, int Sent, IReadOnlyDictionary<int, int> Statuses,
    double P50, double P99, double Longest, int Accepted, int Lost, int Doubled,
    int RefusedWithoutRetryAfter, int WrongAnswers, double ProcessedSeconds, double ProcessorMsPerAccepted)
{
    /// <summary>The value below which such a share of all is; 0 where there are none.</summary>
    public static double Percentile(IEnumerable<double> values, double share) =>
        values.Order().ToList() is { Count: > 0 } sorted
            ? Math.Round(sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)], 1)
            : 0;
}
