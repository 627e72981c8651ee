namespace Ilnp.Operations.Health;

/// <summary>Whether a part that the app needs is there, without addresses, names or keys: anybody may read it.</summary>
/// <param name="Part">Its name.</param>
/// <param name="IsWell">Whether the app can work with it.</param>
/// <param name="Says">The same in a sentence.</param>
public sealed record PartHealth(string Part, bool IsWell, string Says);

/// <summary>All parts at one moment.</summary>
public sealed record HealthReading(IReadOnlyList<PartHealth> Parts)
{
    public bool IsWell => Parts.All(part => part.IsWell);

    public string Says => IsWell ? "The app is ready." : $"The app is not ready: {string.Join(' ', Faults)}";

    IEnumerable<string> Faults => Parts.Where(part => !part.IsWell).Select(part => part.Says);
}
