using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ilnp.Programme;

namespace Ilnp.Cohort;

/// <summary>Settings as a settings file writes them, without what is computed of them.</summary>
static class WrittenSettings
{
    public static readonly JsonSerializerOptions Json = new(SettingsSection.Json)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlySettings } },
    };

    public static JsonNode? Of(CohortSettings settings) => JsonSerializer.SerializeToNode(settings, Json);

    /// <summary>What is computed, and what belongs to the days of one running cohort.</summary>
    static bool IsNoSetting(JsonPropertyInfo property) =>
        (property.Set is null && !property.IsExtensionData) || RunningOnly.Contains(property.Name, StringComparer.OrdinalIgnoreCase);

    static readonly string[] RunningOnly =
    [
        nameof(CohortSettings.FormerCommittee), nameof(CohortSettings.Meetings),
        nameof(CommitteeMember.Absence), nameof(CommitteeMember.IntroductionsWeekly),
        nameof(CohortDates.Moved), nameof(CohortDates.Moves),
    ];

    /// <summary>A settings file that has them is told so, as of any name that nobody knows.</summary>
    internal static void WithoutRunning(JsonTypeInfo type)
    {
        foreach (var other in type.Properties.Where(property => RunningOnly.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            .ToList()) type.Properties.Remove(other);
    }

    static void OnlySettings(JsonTypeInfo type)
    {
        foreach (var other in type.Properties.Where(IsNoSetting).ToList()) type.Properties.Remove(other);
    }
}
