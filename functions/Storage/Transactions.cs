using Azure.Data.Tables;
using Ilnp.Orchestration;

namespace Ilnp.Storage;

/// <summary>Writes that happen together or not at all.</summary>
static class Transactions
{
    /// <summary>
    /// Commits up to 100 writes of one partition. A transaction answers 202 and its outcome stands inside, where
    /// <see cref="StorageOutage"/> does not see it.
    /// </summary>
    /// <exception cref="TransientFailure">The service failed; it may work later.</exception>
    /// <exception cref="TableTransactionFailedException">Nothing was written; 409 and 412 mean that someone was first.</exception>
    public static async Task CommitAsync(this TableClient table, IEnumerable<TableTransactionAction> writes, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(writes, cancellation);
        }
        catch (TableTransactionFailedException e) when (StorageOutage.MayPass(e.Status))
        {
            throw new TransientFailure("Storage did not take a transaction.", e);
        }
    }
}
