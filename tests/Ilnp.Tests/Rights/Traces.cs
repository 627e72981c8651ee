using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ilnp.Mail;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using UglyToad.PdfPig;

namespace Ilnp.Tests.Rights;

/// <summary>
/// Looks for a word in everything that an app leaves behind: tables, blobs, the local mailbox, logs, and the orchestrations' histories.
/// </summary>
sealed class Traces(TableServiceClient tables, BlobServiceClient blobs, LocalMailbox mailbox, DurableTaskClient orchestrations, Heard heard)
{
    /// <summary>A line for each place in which the word is, as <c>table People P1</c>.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string word)
    {
        var found = new List<string>();
        await foreach (var table in tables.QueryAsync())
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                if (row.Any(column => Has($"{column.Value}", word))) found.Add($"table {table.Name} {row.RowKey}");
        await foreach (var container in blobs.GetBlobContainersAsync())
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
                if (Has(blob.Name, word) || TextsOf(blob.Name, await ReadAsync(container.Name, blob.Name)).Any(text => Has(text, word)))
                    found.Add($"container {container.Name} {blob.Name}");
        foreach (var entry in mailbox.List())
            if ((await mailbox.ReadAsync(entry.FileName))!.Texts.Any(text => Has(text, word))) found.Add($"folder mail {entry.FileName}");
        await foreach (var instance in orchestrations.GetAllInstancesAsync(new() { FetchInputsAndOutputs = true }))
            if (Has(JsonSerializer.Serialize(instance), word) || (await HistoryAsync(instance.InstanceId)).Any(text => Has(text, word)))
                found.Add($"history {instance.InstanceId}");
        found.AddRange(heard.Lines.Where(line => Has(line, word)).Select(line => $"log {line}"));
        return found;
    }

    /// <summary>All places that there are, as the registry names them.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync()
    {
        var places = new List<string> { "folder mail" };
        await foreach (var table in tables.QueryAsync()) places.Add($"table {table.Name}");
        await foreach (var container in blobs.GetBlobContainersAsync()) places.Add($"container {container.Name}");
        return places;
    }

    async Task<IEnumerable<string>> HistoryAsync(string instanceId) =>
        (await orchestrations.GetOrchestrationHistoryAsync(instanceId)).Select(happened => JsonSerializer.Serialize<object>(happened));

    async Task<byte[]> ReadAsync(string container, string blob) =>
        (await blobs.GetBlobContainerClient(container).GetBlobClient(blob).DownloadContentAsync()).Value.Content.ToArray();

    static IEnumerable<string> TextsOf(string name, byte[] content)
    {
        yield return WebUtility.HtmlDecode(Encoding.UTF8.GetString(content));
        if (content.Length > 0 && name.EndsWith(".pdf", StringComparison.Ordinal))
        {
            using var pdf = PdfDocument.Open(content);
            foreach (var page in pdf.GetPages()) yield return page.Text;
        }

        if (!name.EndsWith(".xlsx", StringComparison.Ordinal)) yield break;
        using var workbook = new ZipArchive(new MemoryStream(content));
        foreach (var part in workbook.Entries)
        {
            using var reader = new StreamReader(part.Open());
            yield return WebUtility.HtmlDecode(reader.ReadToEnd());
        }
    }

    static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>All that an app logs, whatever its level.</summary>
sealed class Heard : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
