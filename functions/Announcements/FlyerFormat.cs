namespace Ilnp.Announcements;

/// <summary>
/// A paper that flyers are printed on, in points. All are laid out as A4 is, made smaller as a whole where they are shorter.
/// </summary>
/// <param name="Name">As it is called, in lower case.</param>
public sealed record FlyerFormat(string Name, double Width, double Height)
{
    public static readonly FlyerFormat A4 = new("a4", 595.28, 841.89);

    /// <summary>Of North America: wider and shorter.</summary>
    public static readonly FlyerFormat Letter = new("letter", 612, 792);

    public static IReadOnlyList<FlyerFormat> All { get; } = [A4, Letter];

    /// <summary>Points of this paper to one of the layout.</summary>
    public double Scale => Height / 841.89;
}
