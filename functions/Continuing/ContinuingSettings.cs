using Ilnp.Programme;

namespace Ilnp.Continuing;

/// <summary>Whether groups may go on after the programme's end.</summary>
public sealed record ContinuingSettings : IStepSettings
{
    /// <summary>Longer, and the library of prompts would begin to repeat itself.</summary>
    const int Most = 6;

    public static string Section => "continuing";

    /// <summary>Months that a group may add when all its members wish; 0 where that is not offered.</summary>
    public int GoOnMonths { get; init; } = 3;

    /// <summary>What is wrong with these settings, in plain words.</summary>
    public IEnumerable<string> Problems()
    {
        if (GoOnMonths is < 0 or > Most) yield return $"goOnMonths: {GoOnMonths} is not between 0 and {Most}; 0 offers nothing.";
    }
}
