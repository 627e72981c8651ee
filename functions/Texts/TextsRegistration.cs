using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ilnp.Texts;

/// <summary>How a room brings its texts.</summary>
public static class TextsRegistration
{
    /// <param name="services">The app's.</param>
    /// <param name="room">The room's folder; its texts are in <c>Texts/</c> there.</param>
    public static IServiceCollection AddTexts(this IServiceCollection services, string room)
    {
        services.TryAddSingleton(provider => TextShelf.Load(provider.GetServices<TextFolder>()));
        return services.AddSingleton(new TextFolder(room));
    }
}

/// <summary>A folder <c>Texts</c> with a file for each language.</summary>
/// <param name="Room">The folder it is in, beside the program.</param>
public sealed record TextFolder(string Room)
{
    public string Path => TextFile.Beside(Room, "Texts");
}
