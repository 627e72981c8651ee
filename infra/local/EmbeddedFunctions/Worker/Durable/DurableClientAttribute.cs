using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Fills a <c>DurableTaskClient</c> parameter.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The host has one storage account: another connection is an error at start.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>The host has one task hub: another hub is an error at start.</summary>
    public string? TaskHub { get; set; }
}
