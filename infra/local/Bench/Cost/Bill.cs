namespace Ilnp.Local.Bench.Cost;

/// <summary>What a cohort did, on either engine.</summary>
/// <param name="Applications">That it had.</param>
/// <param name="Mails">That it wrote.</param>
/// <param name="Days">From its announcement to its end.</param>
/// <param name="Executions">By the trigger's type.</param>
/// <param name="Requests">Of the app itself.</param>
/// <param name="TableBytes">That are held at its end.</param>
/// <param name="BlobBytes">Likewise.</param>
sealed record CohortWork(int Applications, int Mails, double Days, IReadOnlyDictionary<string, long> Executions, StorageRequests Requests, long TableBytes, long BlobBytes)
{
    public long Turns => Executions.GetValueOrDefault("orchestrationTrigger");

    public long Activities => Executions.GetValueOrDefault("activityTrigger");
}

/// <summary>What the engine over Azure Storage takes for itself.</summary>
/// <param name="Turn">Requests for a turn of an orchestrator.</param>
/// <param name="Activity">Requests for an activity.</param>
/// <param name="IdleHour">Requests in an hour in which nothing is to be done.</param>
sealed record EngineWork(StorageRequests Turn, StorageRequests Activity, StorageRequests IdleHour);

/// <param name="What">In words.</param>
/// <param name="Count">Of the unit.</param>
/// <param name="Dollars">By the price table.</param>
sealed record BillLine(string What, double Count, string Unit, double Dollars);

/// <summary>What a cohort costs without a mail plan.</summary>
/// <param name="Lines">Each thing that is paid.</param>
/// <param name="Asleep">Dollars in all, with the free part of each month, if the host sleeps whenever there is nothing to do.</param>
/// <param name="Awake">Dollars in all if it never sleeps.</param>
/// <param name="WithoutFreePart">Dollars in all, asleep, if something else has used the free part.</param>
sealed record Bill(IReadOnlyList<BillLine> Lines, double Asleep, double Awake, double WithoutFreePart)
{
    const double DaysAMonth = 365.25 / 12;

    /// <summary>The least that is paid for an execution, as if never two ran at once; the few that take longer, as that which matches, count no more.</summary>
    const double SecondsEach = 1;

    /// <summary>Pure.</summary>
    /// <param name="work">Of the cohort.</param>
    /// <param name="engine">Null for an engine that stores nothing.</param>
    /// <param name="prices">In dollars.</param>
    /// <param name="memoryGigabytes">Of an instance.</param>
    public static Bill Of(CohortWork work, EngineWork? engine, PriceTable prices, double memoryGigabytes)
    {
        var months = work.Days / DaysAMonth;
        double executions = work.Executions.Values.Sum(), seconds = executions * SecondsEach * memoryGigabytes, gigabytes = (work.TableBytes + work.BlobBytes) / 1e9;
        var run = engine is null ? default : work.Turns * engine.Turn + work.Activities * engine.Activity;
        var idle = engine is null ? default : 24 * work.Days * engine.IdleHour;
        var line = (
            Executions: new BillLine("functions run", executions, "executions", executions * prices.ExecutionsAMillion / 1e6),
            Seconds: new BillLine("the time they run, each a second, never two at once", seconds, "GB-seconds", seconds * prices.GigabyteSecond),
            App: new BillLine("the app's storage requests", work.Requests.All, "requests", prices.Of(work.Requests)),
            Run: new BillLine("the engine's storage requests, for what it runs", run.All, "requests", prices.Of(run)),
            Idle: new BillLine("the engine's storage requests, if the host never sleeps", idle.All, "requests", prices.Of(idle)),
            Held: new BillLine("what is held, from the first day to the last", gigabytes * months, "GB-months", gigabytes * months * prices.StoredGigabyteMonth));
        var storage = line.App.Dollars + line.Run.Dollars + line.Held.Dollars;
        var beyondFree = Math.Max(0, executions - months * prices.FreeExecutionsAMonth) * prices.ExecutionsAMillion / 1e6
            + Math.Max(0, seconds - months * prices.FreeGigabyteSecondsAMonth) * prices.GigabyteSecond;
        return new(
            [line.Executions, line.Seconds, line.App, line.Run, line.Idle, line.Held], storage + beyondFree, storage + beyondFree + line.Idle.Dollars,
            storage + line.Executions.Dollars + line.Seconds.Dollars);
    }
}
