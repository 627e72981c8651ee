namespace Ilnp.Usage.Cost;

/// <summary>What the app did in a cohort's time, on either engine.</summary>
/// <param name="Applications">That came.</param>
/// <param name="Mails">That were written.</param>
/// <param name="Days">From its announcement on.</param>
/// <param name="Used">In functions and requests.</param>
/// <param name="BlobBytes">That the storage account holds in blobs at the end.</param>
public sealed record CohortWork(int Applications, int Mails, double Days, Used Used, long BlobBytes)
{
    /// <summary>Of the app itself.</summary>
    public StorageRequests Requests => new(Used.TableRequests, Queue: 0, Used.BlobRequests);
}
