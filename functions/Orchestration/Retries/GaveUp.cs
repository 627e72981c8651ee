namespace Ilnp.Orchestration.Retries;

/// <summary>An activity had no success in all tries of a round. Fails the orchestration; never tried again by itself.</summary>
public sealed class GaveUp(string activity) : Exception($"{activity}{Words}")
{
    const string Words = " had no success in all its tries.";

    /// <summary>
    /// The activity, read from what an orchestration's history keeps of the exception, since it keeps no inputs; null when it
    /// was another exception.
    /// </summary>
    public static string? ActivityOf(string? errorType, string? message) =>
        RecordedType.Is<GaveUp>(errorType) && message?.EndsWith(Words, StringComparison.Ordinal) == true
            ? message[..^Words.Length] : null;
}
