namespace Ilnp.Orchestration.Retries;

/// <summary>Our exceptions by the names that histories keep, which may be from before a type moved to another folder.</summary>
static class RecordedType
{
    public static bool Is<T>(string? fullName) where T : Exception =>
        fullName is not null && fullName.StartsWith("Ilnp.", StringComparison.Ordinal)
        && fullName.EndsWith($".{typeof(T).Name}", StringComparison.Ordinal);
}
