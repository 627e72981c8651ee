using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ilnp.Programme;

/// <summary>What a committee may set of one step: a section of the cohort's settings that the step owns.</summary>
public interface IStepSettings
{
    /// <summary>Its name in the settings file.</summary>
    static abstract string Section { get; }

    /// <summary>What is wrong with the values, in plain words; empty when all is well.</summary>
    IEnumerable<string> Problems();
}

/// <summary>A section as the settings file is checked by it.</summary>
/// <param name="Name">In the settings file.</param>
/// <param name="Type">What it is read as.</param>
/// <param name="Problems">What is wrong with the values in it.</param>
public sealed record SettingsSection(string Name, Type Type, Func<CohortSettings, IEnumerable<string>> Problems)
{
    public static SettingsSection Of<T>() where T : IStepSettings, new() =>
        new(T.Section, typeof(T), settings => settings.Of<T>().Problems());

    /// <summary>As settings files and stored cohorts have it: names in camel case, enums as text.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
