namespace Ilnp.Announcements.Pictures;

/// <summary>A size that social networks show pictures in.</summary>
/// <param name="Name">As it is called, in lower case.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Top">Pixels kept free above: the network's own signs stand there in a story.</param>
/// <param name="Bottom">The same below.</param>
/// <param name="Scale">Of letters, to those of the square.</param>
public sealed record SocialFormat(string Name, int Width, int Height, int Top, int Bottom, double Scale)
{
    public static readonly SocialFormat Square = new("square", 1080, 1080, 90, 80, 1);

    public static readonly SocialFormat Story = new("story", 1080, 1920, 270, 340, 1.2);

    public static IReadOnlyList<SocialFormat> All { get; } = [Square, Story];
}
