using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ilnp.Texts;

/// <summary>How a room brings its texts.</summary>
public static class TextsRegistration
{
    /// <param name="services">The app's.</param>
    /// <param name="room">The room's folder; its texts are in <c>Texts/</c> there.</param>
    /// <param name="committee">How keys of texts for the committee begin, which need not be there in every language; "" for all.</param>
    public static IServiceCollection AddTexts(this IServiceCollection services, string room, params IReadOnlyList<string> committee)
    {
        services.TryAddSingleton(provider => TextShelf.Load(provider.GetServices<TextFolder>()));
        services.TryAddSingleton(provider => new TextLanguages(provider.GetRequiredService<TextShelf>().Languages));
        services.AddTextFamily(provider => provider.GetRequiredService<TextShelf>());
        services.AddTextFamily(_ => new LocaleFiles());
        return services.AddSingleton(new TextFolder(room) { Committee = committee });
    }

    /// <summary>Texts that are checked with all others at the start; a second registration of a kind changes nothing.</summary>
    public static IServiceCollection AddTextFamily<T>(
        this IServiceCollection services, Func<IServiceProvider, T> family) where T : class, ITextFamily
    {
        services.AddOptions<TextsAtStart>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TextsAtStart>, TextsCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITextFamily, T>(family));
        return services;
    }
}

/// <summary>A folder <c>Texts</c> with a file for each language.</summary>
/// <param name="Room">The folder it is in, beside the program.</param>
public sealed record TextFolder(string Room)
{
    /// <summary>How keys of texts for the committee begin.</summary>
    public IReadOnlyList<string> Committee { get; init; } = [];

    public string Path => TextFile.Beside(Room, "Texts");

    /// <summary>Whether participants never see the text.</summary>
    public bool IsForCommittee(string key) => Committee.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal));
}
