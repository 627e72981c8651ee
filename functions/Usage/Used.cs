using System.Text.Json.Serialization;

namespace Ilnp.Usage;

/// <summary>What the app was used for, in what is billed.</summary>
/// <param name="Turns">Of orchestrators.</param>
/// <param name="Activities">That ran, each try.</param>
/// <param name="Others">Functions that ran otherwise: pages, messages, timers.</param>
/// <param name="TableRequests">Of the app itself, without its engine's; each try.</param>
/// <param name="BlobRequests">Likewise.</param>
public readonly record struct Used(long Turns, long Activities, long Others, long TableRequests, long BlobRequests)
{
    /// <summary>Functions run.</summary>
    [JsonIgnore]
    public long Executions => Turns + Activities + Others;

    public static Used operator +(Used one, Used other) => new(
        one.Turns + other.Turns, one.Activities + other.Activities, one.Others + other.Others, one.TableRequests + other.TableRequests,
        one.BlobRequests + other.BlobRequests);

    public static Used operator -(Used one, Used other) => new(
        one.Turns - other.Turns, one.Activities - other.Activities, one.Others - other.Others, one.TableRequests - other.TableRequests,
        one.BlobRequests - other.BlobRequests);
}
