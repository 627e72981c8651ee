namespace Ilnp.Usage.Cost;

/// <summary>Requests by the service they went to; of a rate, requests a unit.</summary>
public readonly record struct StorageRequests(double Table, double Queue, double Blob)
{
    public double All => Table + Queue + Blob;

    public StorageRequests Round() => new(Round(Table), Round(Queue), Round(Blob));

    /// <summary>Never a negative zero.</summary>
    static double Round(double rate) => Math.Round(rate, 2) + 0.0;

    public static StorageRequests operator +(StorageRequests one, StorageRequests other) =>
        new(one.Table + other.Table, one.Queue + other.Queue, one.Blob + other.Blob);

    public static StorageRequests operator -(StorageRequests one, StorageRequests other) => one + -1 * other;

    public static StorageRequests operator *(double times, StorageRequests one) =>
        new(times * one.Table, times * one.Queue, times * one.Blob);
}
