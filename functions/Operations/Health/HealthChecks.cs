using Azure;
using Azure.Data.Tables;
using Ilnp.Mail;
using Ilnp.Operations.Disk;
using Ilnp.Orchestration;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Operations.Health;

/// <summary>Asks every part that the app needs, all at once, one cheap question each.</summary>
public sealed class HealthChecks(
    TableServiceClient tables, IOptions<MailOptions> mail, DiskRoom disk, TimeProvider time, ILogger<HealthChecks> logger)
{
    /// <summary>Of an instance that never is; the hub says so by one read.</summary>
    const string NoInstance = "health-nobody";

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public async Task<HealthReading> ReadAsync(DurableTaskClient client)
    {
        var storage = AskedAsync("Storage", StorageTimeAsync);
        var hub = AskedAsync("The task hub", cancellation => HubAnswersAsync(client, cancellation));
        return new(
        [
            HealthRules.Storage(await storage is not null),
            HealthRules.TaskHub(await hub is not null),
            HealthRules.Mail(Sender()),
            HealthRules.Clock(IsReal ? await storage : null, time.GetUtcNow()),
            .. disk.Read() is { } room ? [HealthRules.Disk(room)] : Array.Empty<PartHealth>(),
        ]);
    }

    /// <summary>Storage lives on no other time.</summary>
    bool IsReal => time == TimeProvider.System;

    /// <summary>Null when there was no answer, or none in time.</summary>
    async Task<DateTimeOffset?> AskedAsync(string part, Func<CancellationToken, Task<DateTimeOffset>> ask)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            return await ask(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception e) when (e is TransientFailure or OperationCanceledException or RequestFailedException)
        {
            logger.LogWarning("{Part} did not answer the question whether the app is ready: {Failure}", part, e.GetType().Name);
            return null;
        }
    }

    /// <summary>The name of a table, and what time it is there.</summary>
    async Task<DateTimeOffset> StorageTimeAsync(CancellationToken cancellation)
    {
        await foreach (var page in tables.QueryAsync(maxPerPage: 1, cancellationToken: cancellation).AsPages(pageSizeHint: 1))
            return page.GetRawResponse().Headers.Date ?? time.GetUtcNow();
        return time.GetUtcNow();
    }

    async Task<DateTimeOffset> HubAnswersAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        await client.FindAsync(NoInstance, cancellation: cancellation);
        return time.GetUtcNow();
    }

    /// <summary>Settings may come later than the start, from the vault for instance.</summary>
    string? Sender()
    {
        try
        {
            return mail.Value.Sender;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }
}
