namespace Microsoft.DurableTask.Client;

/// <summary>Gives clients by name; null is the default one.</summary>
public interface IDurableTaskClientProvider
{
    DurableTaskClient GetClient(string? name = null);
}
