using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Ilnp.Orchestration;
using Ilnp.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ilnp.Usage;

/// <summary>
/// What each day's use was: table <c>Usage</c>, one partition, a row for a day (UTC) and a process, which writes nobody else's. A process
/// that is killed loses what it has counted since it wrote last: some hundred at most.
/// </summary>
public sealed class UsageLedger(
    TableServiceClient service, UsageCount count, TimeProvider time, ILogger<UsageLedger> logger) : IHostedService
{
    const string Partition = "day";

    /// <summary>Functions run after which it is written down.</summary>
    const int Many = 200;

    static readonly TimeSpan Long = TimeSpan.FromHours(6), LimitOfEnd = TimeSpan.FromSeconds(2);

    readonly RecordTable<Used> days = new(service, "Usage");
    readonly string process = Guid.NewGuid().ToString("N");
    DateOnly day = Day(time.GetUtcNow());
    DateTimeOffset writtenAt = time.GetUtcNow();
    Used before, written;
    int writers;

    /// <summary>
    /// Writes down what was counted, when that is due and nobody else is at it. Where storage fails, it counts on and writes it down later.
    /// </summary>
    public Task KeepAsync(CancellationToken cancellation) => IsDue(time.GetUtcNow()) ? WriteAsync(cancellation) : Task.CompletedTask;

    /// <summary>What was written down of these days.</summary>
    /// <param name="from">UTC, inclusive.</param>
    /// <param name="until">UTC, inclusive.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<UsedDays> BetweenAsync(DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var rows = await days.ListBetweenAsync(Partition, Row(from), Row(until.AddDays(1)), cancellation);
        return new(
            rows.Count == 0 ? null : DateOnly.ParseExact(rows[0].Row[..10], "O", CultureInfo.InvariantCulture),
            rows.Aggregate(default(Used), (sum, row) => sum + row.Value));
    }

    /// <summary>Forgets the days before this one.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<int> PurgeAsync(DateOnly before, int most, CancellationToken cancellation)
    {
        var rows = (await days.ListBetweenAsync(Partition, "", Row(before), cancellation)).Take(most).Select(row => row.Row).ToList();
        await days.DeleteManyAsync(Partition, rows, cancellation);
        return rows.Count;
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A process of a plan that scales to nothing lives for minutes: what it did is written down at its end.</summary>
    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LimitOfEnd, time);
        await WriteAsync(limit.Token);
    }

    bool IsDue(DateTimeOffset now) =>
        Day(now) != day || now - writtenAt >= Long || count.Now.Executions - before.Executions - written.Executions >= Many;

    async Task WriteAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref writers, 1) == 1) return;
        try
        {
            await WriteAsync(time.GetUtcNow(), count.Now, cancellation);
        }
        catch (Exception e) when (e is TransientFailure or RequestFailedException or OperationCanceledException)
        {
            logger.LogWarning("What the app has used could not be written down now, it is counted on: {Failure}", e.GetType().Name);
        }
        finally
        {
            Volatile.Write(ref writers, 0);
        }
    }

    /// <summary>What ran since the last time counts for the day of that time, also where midnight was between.</summary>
    async Task WriteAsync(DateTimeOffset now, Used soFar, CancellationToken cancellation)
    {
        var used = soFar - before;
        if (used != written) await days.PutAsync(Partition, $"{Row(day)}-{process}", used, cancellation);
        (written, writtenAt) = (used, now);
        if (Day(now) != day) (day, before, written) = (Day(now), soFar, default);
    }

    static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    static string Row(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

/// <param name="From">The first day (UTC) of which anything is known; null where nothing is.</param>
/// <param name="Used">In all.</param>
public sealed record UsedDays(DateOnly? From, Used Used);
