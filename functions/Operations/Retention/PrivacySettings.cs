using Ilnp.Programme;

namespace Ilnp.Operations.Retention;

/// <summary>
/// How long a cohort's personal data is kept; the messages as they came have days of their own in the section <c>intake</c>.
/// </summary>
public sealed record PrivacySettings : IStepSettings
{
    public static string Section => "privacy";

    /// <summary>
    /// Days after the programme's end until everything about its people is erased. Their own pages and certificates go then too. While
    /// a group goes on after the end, its cohort waits for it.
    /// </summary>
    public int KeepDays { get; init; } = 365;

    /// <summary>What is wrong with these settings, in plain words; empty when all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (KeepDays is < 90 or > 3650) yield return $"keepDays: {KeepDays} is not between 90 and 3650.";
    }
}
