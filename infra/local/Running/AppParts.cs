using Ilnp.Cohort;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Local.Running;

/// <summary>What the app's steps have registered, without an app that runs.</summary>
static class AppParts
{
    static readonly IServiceCollection Steps = Program.AddSteps(new ServiceCollection());

    /// <summary>The texts of all steps.</summary>
    public static TextShelf Texts { get; } = TextShelf.Load(Of<TextFolder>());

    /// <summary>Reads settings with the sections of all steps.</summary>
    public static CohortSettingsFile SettingsFile { get; } = new(Of<Programme.SettingsSection>(), new(Texts.Languages));

    /// <summary>What the steps brought of a kind.</summary>
    public static IReadOnlyList<T> Of<T>() =>
        [.. Steps.Where(step => step.ServiceType == typeof(T)).Select(step => (T)step.ImplementationInstance!)];
}
