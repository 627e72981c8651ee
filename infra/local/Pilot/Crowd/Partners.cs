using System.Text.RegularExpressions;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Who writes with whom, as their introductions say.</summary>
sealed partial class Partners
{
    readonly Dictionary<string, IReadOnlyList<string>> partners = [];

    /// <summary>
    /// The addresses in an introduction that are neither the reader's nor the committee's. The latest introduction counts.
    /// </summary>
    public void Learn(Letter introduction, IReadOnlySet<string> committee) =>
        partners[introduction.To] =
            [.. Address().Matches(introduction.Text).Select(match => match.Value.ToLowerInvariant().TrimEnd('.'))
                .Where(address => address != introduction.To && !committee.Contains(address)).Distinct()];

    /// <summary>Empty before the introduction.</summary>
    public IReadOnlyList<string> Of(string who) => partners.GetValueOrDefault(who, []);

    [GeneratedRegex(@"[^\s@<>()\[\]:;,""]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")]
    private static partial Regex Address();
}
