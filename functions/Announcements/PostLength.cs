using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ilnp.Announcements;

/// <summary>How long a text is as a network counts it. Pure.</summary>
public static partial class PostLength
{
    /// <summary>Both shorten addresses, and count each as so much.</summary>
    const int Address = 23;

    const int FirstPicture = 0x1F000;

    /// <summary>For X: letters of Latin, Cyrillic or Arabic script count once, those of Chinese, Japanese and Korean twice.</summary>
    public const int MostOnX = 280;

    public const int MostOnMastodon = 500;

    public static int OnX(string text)
    {
        var (letters, length) = (StringInfo.GetTextElementEnumerator(WithoutAddresses(text.Normalize(), out var addresses)), addresses);
        while (letters.MoveNext()) length += WeightOnX(letters.GetTextElement());
        return length;
    }

    public static int OnMastodon(string text) =>
        new StringInfo(WithoutAddresses(text, out var addresses)).LengthInTextElements + addresses;

    /// <summary>As readers count: what looks like one letter is one.</summary>
    public static int Plain(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>However many signs a picture letter is made of, it is two.</summary>
    static int WeightOnX(string letter) =>
        letter.EnumerateRunes().Any(sign => sign.Value >= FirstPicture) ? 2 : letter.EnumerateRunes().Sum(WeightOf);

    static int WeightOf(Rune sign) =>
        sign.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : 2;

    static string WithoutAddresses(string text, out int addresses)
    {
        addresses = Link.Count(text) * Address;
        return Link.Replace(text, "");
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link { get; }
}
