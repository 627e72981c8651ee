namespace Ilnp.Usage.Cost;

/// <param name="What">In words.</param>
/// <param name="Count">Of the unit.</param>
/// <param name="Dollars">By the price table.</param>
public sealed record BillLine(string What, double Count, string Unit, double Dollars);

/// <summary>What a cohort costs on Azure, without a mail plan, in US dollars.</summary>
/// <param name="Lines">Each thing that is paid.</param>
/// <param name="Asleep">In all, with the free part of each month, if the host sleeps whenever there is nothing to do.</param>
/// <param name="Awake">In all if it never sleeps.</param>
/// <param name="WithoutFreePart">In all, asleep, if something else has used the free part.</param>
public sealed record Bill(IReadOnlyList<BillLine> Lines, double Asleep, double Awake, double WithoutFreePart)
{
    /// <summary>Of <see cref="BillLine.What"/>.</summary>
    public const string EngineRuns = "the engine's storage requests, for what it runs";

    const double DaysAMonth = 365.25 / 12;

    /// <summary>
    /// The least that is paid for an execution, as if never two ran at once; the few that take
    /// longer, as that which matches, count no more.
    /// </summary>
    const double SecondsEach = 1;

    /// <summary>Of an instance, as the deployment asks for.</summary>
    public const double MemoryGigabytes = 2;

    /// <summary>What is paid and is in no bill of ours.</summary>
    public static IReadOnlyList<string> NotCounted { get; } =
    [
        "mails: by your mail service's plan",
        "alerts, logs beyond the free part, the key vault: see infra/azure/first-hour.md",
        "what the platform itself asks of queues while the host sleeps, to see whether to wake it",
        "rows of tables, and of the histories that the engine holds until the nightly purge: by the price of blobs",
    ];

    /// <summary>Pure.</summary>
    /// <param name="work">Of the cohort.</param>
    /// <param name="engine">Null for an engine that stores nothing in this account.</param>
    /// <param name="prices">In dollars.</param>
    /// <param name="memoryGigabytes">Of an instance.</param>
    public static Bill Of(CohortWork work, EngineWork? engine, PriceTable prices, double memoryGigabytes = MemoryGigabytes)
    {
        var months = work.Days / DaysAMonth;
        double executions = work.Used.Executions, seconds = executions * SecondsEach * memoryGigabytes, gigabytes = work.BlobBytes / 1e9;
        var run = engine is null ? default : work.Used.Turns * engine.Turn + work.Used.Activities * engine.Activity;
        var idle = engine is null ? default : 24 * work.Days * engine.IdleHour;
        var line = (
            Executions: new BillLine("functions run", executions, "executions", executions * prices.ExecutionsAMillion / 1e6),
            Seconds: new BillLine(
                "the time they run, each a second, never two at once", seconds, "GB-seconds", seconds * prices.GigabyteSecond),
            App: new BillLine("the app's storage requests", work.Requests.All, "requests", prices.Of(work.Requests)),
            Run: new BillLine(EngineRuns, run.All, "requests", prices.Of(run)),
            Idle: new BillLine("the engine's storage requests, if the host never sleeps", idle.All, "requests", prices.Of(idle)),
            Held: new BillLine(
                "blobs, held from the first day to the last",
                gigabytes * months,
                "GB-months",
                gigabytes * months * prices.StoredGigabyteMonth));
        var storage = line.App.Dollars + line.Run.Dollars + line.Held.Dollars;
        var beyondFree = Math.Max(0, executions - months * prices.FreeExecutionsAMonth) * prices.ExecutionsAMillion / 1e6
            + Math.Max(0, seconds - months * prices.FreeGigabyteSecondsAMonth) * prices.GigabyteSecond;
        return new(
            [line.Executions, line.Seconds, line.App, line.Run, line.Idle, line.Held],
            storage + beyondFree,
            storage + beyondFree + line.Idle.Dollars,
            storage + line.Executions.Dollars + line.Seconds.Dollars);
    }
}
