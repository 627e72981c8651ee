namespace Ilnp.Local.Bench.Soak;

/// <summary>What one cohort took.</summary>
/// <param name="Cohort">Its id.</param>
/// <param name="Groups">That were formed.</param>
/// <param name="Mails">Written while it was played.</param>
/// <param name="StorageRequests">Sent while it was played.</param>
/// <param name="Seconds">Real time.</param>
/// <param name="Megabytes">Managed memory that is in use afterwards, of app, host, engine and crowd together.</param>
/// <param name="Instances">Orchestrations that the engine has afterwards, of all cohorts.</param>
sealed record SoakRound(string Cohort, int Groups, int Mails, long StorageRequests, double Seconds, double Megabytes, int Instances);

/// <summary>What was measured.</summary>
/// <param name="Rounds">In their order.</param>
/// <param name="RequestGrowth">Storage requests a mail, the last year's by the first year's.</param>
/// <param name="SecondsGrowth">Real time a mail, likewise.</param>
/// <param name="MegabytesAYear">By which memory grew, after the first year.</param>
/// <param name="Rows">What tables and containers have when all cohorts' time is over.</param>
/// <param name="Problems">What grew, failed or stayed; empty when all is well.</param>
sealed record SoakFigures(
    IReadOnlyList<SoakRound> Rounds, double RequestGrowth, double SecondsGrowth,
    double MegabytesAYear, IReadOnlyDictionary<string, int> Rows,
    IReadOnlyList<string> Problems);
