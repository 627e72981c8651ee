using Ilnp.Programme;

namespace Ilnp.Assignments;

/// <summary>Whether groups are offered a small joint task.</summary>
public sealed record AssignmentSettings : IStepSettings
{
    const int Most = 12;

    public static string Section => "assignments";

    /// <summary>
    /// Month of the programme, 1 for the first, from whose prompt on tasks are offered; the last month where there are fewer. 0 offers
    /// none.
    /// </summary>
    public int FromMonth { get; init; } = 2;

    /// <inheritdoc/>
    public IEnumerable<string> Problems()
    {
        if (FromMonth is < 0 or > Most) yield return $"fromMonth: {FromMonth} is not between 0 and {Most}; 0 offers nothing.";
    }
}
