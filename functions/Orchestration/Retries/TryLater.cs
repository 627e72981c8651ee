using System.Text.Json.Serialization;

namespace Ilnp.Orchestration.Retries;

/// <summary>What an activity answers in place of its result when it met what may pass by itself.</summary>
/// <param name="Reason">Without personal data: the orchestration's history keeps it.</param>
public sealed record TryLater([property: JsonPropertyName(TryLater.Mark)] string Reason)
{
    /// <summary>Name of its only property, which no result has.</summary>
    public const string Mark = "$tryLater";
}
