using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace FunctionsHost.Settings;

/// <summary>Replaces <c>%Setting%</c> by the setting's value.</summary>
static partial class SettingReferences
{
    /// <summary>The text with all references resolved; null, with an error added, when one names no setting.</summary>
    public static string? Resolve(string text, IConfiguration configuration, string where, StartErrors errors)
    {
        var missing = false;
        var resolved = Reference().Replace(text, match =>
        {
            var value = configuration[match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)];
            if (value is not null) return value;
            missing = true;
            errors.Add($"{where} refers to the setting {match.Groups[1].Value}, which is not set.");
            return match.Value;
        });
        return missing ? null : resolved;
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
