using Azure;
using Azure.Data.Tables;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>
/// Where the rows and long texts of one hub are: a storage account, or this process's memory. Failures are those of the
/// storage clients: <see cref="RequestFailedException"/> with the status that table storage answers.
/// </summary>
interface IHubStorage
{
    /// <summary>Makes room for these partitions and for texts, where there is none.</summary>
    Task CreateAsync(IEnumerable<string> partitions, CancellationToken cancellation);

    /// <summary>A row, or null.</summary>
    Task<TableEntity?> FindAsync(string partition, string rowKey, CancellationToken cancellation);

    /// <summary>One page of rows in order of their keys, perhaps shorter than asked for or even empty.</summary>
    Task<RowPage> PageAsync(RowQuery query, string? continuation, CancellationToken cancellation);

    /// <summary>Changes rows of one partition, all of them or none, and returns the first row's new tag, if it is not deleted.</summary>
    Task<ETag> CommitAsync(IReadOnlyList<TableTransactionAction> rows);

    Task WriteTextAsync(string name, string text, CancellationToken cancellation);

    Task<string> ReadTextAsync(string name, CancellationToken cancellation);

    /// <summary>Deletes the texts whose names begin so.</summary>
    Task DeleteTextsAsync(string prefix, CancellationToken cancellation);
}

/// <param name="OnlyIf">A column that must be true.</param>
/// <param name="Columns">Null means all.</param>
/// <param name="Size">The most rows of a page; null means as many as storage gives.</param>
readonly record struct RowQuery(string Partition, KeyRange Keys, string? OnlyIf = null, string[]? Columns = null, int? Size = null);

/// <param name="Continuation">Asks for the next page; null on the last.</param>
sealed record RowPage(IReadOnlyList<TableEntity> Rows, string? Continuation);
