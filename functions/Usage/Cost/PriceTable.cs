using System.Text.Json;

namespace Ilnp.Usage.Cost;

/// <summary>What things cost, in US dollars: <c>prices.json</c> beside this file, for whoever lives elsewhere to change.</summary>
/// <param name="Place">Region and redundancy.</param>
/// <param name="AsOf">Year and month.</param>
/// <param name="Source">Where the prices stood.</param>
/// <param name="BlobRequests10000">Of the dearest class, which writes and lists are in; reads cost a tenth.</param>
public sealed record PriceTable(
    string Place, string AsOf, string Source, double ExecutionsAMillion,
    double GigabyteSecond, double FreeExecutionsAMonth, double FreeGigabyteSecondsAMonth,
    double TableRequests10000, double QueueRequests10000, double BlobRequests10000, double StoredGigabyteMonth)
{
    /// <summary>The app's own.</summary>
    public static PriceTable Shipped { get; } = CostFile.Read<PriceTable>("prices.json");

    /// <exception cref="JsonException">This is no price table.</exception>
    public static PriceTable Parse(string json) => JsonSerializer.Deserialize<PriceTable>(json, CostFile.Strict)!;

    public double Of(StorageRequests requests) =>
        (requests.Table * TableRequests10000 + requests.Queue * QueueRequests10000 + requests.Blob * BlobRequests10000) / 10_000;
}
