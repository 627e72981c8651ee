using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Ilnp.Usage.Cost;

/// <summary>What the app has cost on some days, by what was counted on them.</summary>
public sealed class RunningCosts(UsageLedger ledger, BlobServiceClient account, IConfiguration configuration)
{
    const string Provider = "AzureFunctionsJobHost:extensions:durableTask:storageProvider:type";

    /// <summary>Whether histories are held by the Durable Task Scheduler, which has a price of its own.</summary>
    bool IsScheduler => configuration[Provider] == "azureManaged";

    /// <summary>Null where nothing was counted on these days.</summary>
    /// <param name="from">UTC, inclusive.</param>
    /// <param name="until">UTC, inclusive.</param>
    /// <param name="applications">That came in them.</param>
    /// <param name="mails">That were written in them.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<CostFigures?> OfAsync(DateOnly from, DateOnly until, int applications, int mails, CancellationToken cancellation)
    {
        if (await ledger.BetweenAsync(from, until, cancellation) is not { From: { } first } counted) return null;
        var work = new CohortWork(
            applications, mails, until.DayNumber - first.DayNumber + 1, counted.Used, await account.HeldAsync(cancellation));
        return CostFigures.Of(first, work, IsScheduler ? null : EngineWork.Measured, PriceTable.Shipped);
    }
}
