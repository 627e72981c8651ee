using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Client;

/// <summary>How a client writes and starts. What is not set here stays as the host has it.</summary>
public class DurableTaskClientOptions
{
    DataConverter? dataConverter;

    /// <summary>Null goes back to the default.</summary>
    public DataConverter DataConverter
    {
        get => dataConverter ?? JsonDataConverter.Default;
        set => dataConverter = value;
    }

    /// <summary>Of orchestrations that are started without a version.</summary>
    public string DefaultVersion { get; set; } = string.Empty;

    internal DataConverter? ChosenDataConverter => dataConverter;
}
