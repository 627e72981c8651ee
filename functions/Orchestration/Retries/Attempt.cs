using System.Text.Json.Serialization;

namespace Ilnp.Orchestration.Retries;

/// <summary>
/// What came of one try of an activity. Stands in JSON as the result itself, as if there were no tries, or as
/// <see cref="TryLater"/>.
/// </summary>
[JsonConverter(typeof(AttemptConverter))]
public sealed record Attempt<TResult>
{
    public TResult? Result { get; init; }

    /// <summary>Null when there is a result.</summary>
    public TryLater? Later { get; init; }
}
