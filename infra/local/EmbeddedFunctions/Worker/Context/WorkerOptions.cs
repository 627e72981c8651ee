using Azure.Core.Serialization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Set by <c>services.Configure&lt;WorkerOptions&gt;(...)</c>.</summary>
public class WorkerOptions
{
    public WorkerOptions()
    {
    }

    /// <summary>Writes and reads JSON: bodies of the worker's own HTTP types, route values, and the data of orchestrations.</summary>
    public ObjectSerializer? Serializer { get; set; }
}
