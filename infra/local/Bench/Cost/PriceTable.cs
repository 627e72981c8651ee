using System.Text.Json;
using Ilnp.Local.Running;

namespace Ilnp.Local.Bench.Cost;

/// <summary>What things cost, in US dollars: <c>prices.json</c> beside this file, for whoever lives elsewhere to change.</summary>
/// <param name="Place">Region and redundancy.</param>
/// <param name="AsOf">Year and month.</param>
/// <param name="Source">Where the prices stood.</param>
/// <param name="BlobRequests10000">Of the dearest class, which writes and lists are in; reads cost a tenth.</param>
sealed record PriceTable(
    string Place, string AsOf, string Source, double ExecutionsAMillion, double GigabyteSecond, double FreeExecutionsAMonth, double FreeGigabyteSecondsAMonth,
    double TableRequests10000, double QueueRequests10000, double BlobRequests10000, double StoredGigabyteMonth)
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true };

    /// <exception cref="LocalProblem">The file is not a price table.</exception>
    public static PriceTable Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<PriceTable>(File.ReadAllText(path), Strict)!;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new LocalProblem($"The price table {path} cannot be read: {e.Message}");
        }
    }

    public double Of(StorageRequests requests) =>
        (requests.Table * TableRequests10000 + requests.Queue * QueueRequests10000 + requests.Blob * BlobRequests10000) / 10_000;
}
