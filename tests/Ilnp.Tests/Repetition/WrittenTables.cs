using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ilnp.Tests.Repetition;

/// <summary>Which tables processes wrote to: of forty, a play writes to a few, and only those are read and cleared.</summary>
sealed partial class WrittenTables : HttpPipelinePolicy
{
    readonly ConcurrentDictionary<string, bool> names = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => names.Keys;

    public void Add(string name)
    {
        if (name != "Tables") names[name] = true; // that is where they are made
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Method != RequestMethod.Get) Note(message.Request);
        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    /// <summary>A transaction names its table in its body alone.</summary>
    void Note(Request request)
    {
        using var body = new MemoryStream();
        if (request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal)) request.Content!.WriteTo(body, CancellationToken.None);
        foreach (Match table in Table.Matches($"{request.Uri.Path}\n{System.Text.Encoding.UTF8.GetString(body.ToArray())}"))
            Add(table.Groups[1].Value);
    }

    [GeneratedRegex(@"devstoreaccount1/(\w+)(?=[/(? ]|$)", RegexOptions.Multiline)]
    private static partial Regex Table { get; }
}
