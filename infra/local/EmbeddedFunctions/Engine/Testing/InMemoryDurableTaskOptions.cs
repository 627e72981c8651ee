namespace Microsoft.DurableTask.Testing;

/// <summary>How an engine in memory is set up.</summary>
public class InMemoryDurableTaskOptions
{
    /// <summary>Without meaning here: this engine needs no port.</summary>
    public int? Port { get; set; }
}
