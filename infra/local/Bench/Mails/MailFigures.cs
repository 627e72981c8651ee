namespace Ilnp.Local.Bench.Mails;

/// <summary>What was measured.</summary>
/// <param name="Processors">Of the machine.</param>
/// <param name="Languages">That mails were written in.</param>
/// <param name="Templates">Different mails among them.</param>
/// <param name="Mails">That were to be sent.</param>
/// <param name="Sent">That the ledger has as sent.</param>
/// <param name="Taken">Different ones that the stand-in took.</param>
/// <param name="Doubled">That it took more than once.</param>
/// <param name="Seconds">From the first to the last, beginning with nothing in memory.</param>
/// <param name="ProcessorSeconds">Of the app, its storage and mail clients, and the stand-in, which
/// share a process; without Azurite.</param>
/// <param name="RenderingMs">Writing one mail on one processor, measured by itself once all is warm.</param>
/// <param name="RoundTripsPerMail">Requests to storage, those for settings and lists among them.</param>
/// <param name="BytesPerMail">Of a request to the mail service, headers of HTTP left out.</param>
/// <param name="LargestBytes">Of the largest.</param>
sealed record MailFigures(
    int Processors, int Languages, int Templates, int Mails, int Sent, int Taken,
    int Doubled, double Seconds, double ProcessorSeconds, double RenderingMs,
    double RoundTripsPerMail, long BytesPerMail, int LargestBytes)
{
    /// <summary>The programme wants 10,000 mails in less than a minute on two processors, by two round trips at most.</summary>
    public const double MostSecondsFor10000 = 60, MostRoundTrips = 2;

    const int RequestsForLists = 20;

    /// <summary>Each once, none missing.</summary>
    public bool IsWhole => Sent == Mails && Taken == Mails && Doubled == 0;

    public bool IsFastEnough =>
        Seconds <= MostSecondsFor10000 * Mails / 10_000 && RoundTripsPerMail <= MostRoundTrips + (RequestsForLists / (double)Mails);
}
