using System.Globalization;
using Ilnp.Mail.Rendering;

namespace Ilnp.Tests.Mail.Rendering;

/// <summary>
/// Words can be read by day, by night, and when a program turns colours over by itself: all of them (Gmail on iOS, Outlook on Windows),
/// or grounds that are light and words that are dark (Gmail on Android, Outlook on the web).
/// </summary>
public sealed class MailColoursTests
{
    /// <summary>WCAG 2.2, 1.4.3.</summary>
    const double Enough = 4.5;

    public static TheoryData<string, string, string> All()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var (name, colours) in new[] { ("day", MailColours.Day), ("night", MailColours.Night) })
            foreach (var (words, ground) in Pairs(colours))
            {
                all.Add(name, words, ground);
                if (name == "night") continue;
                all.Add("turned over", Turned(words), Turned(ground));
                all.Add(
                    "turned over where light",
                    Lightness(words) < 0.5 ? Turned(words) : words,
                    Lightness(ground) > 0.5 ? Turned(ground) : ground);
            }

        return all;
    }

    [Theory, MemberData(nameof(All))]
    public void GivenWordsOnTheirGround_WhenDrawn_ThenTheyCanBeRead(string when, string words, string ground) =>
        Assert.True(Contrast(words, ground) >= Enough, $"{when}: {words} on {ground} is {Contrast(words, ground):0.0}.");

    static IEnumerable<(string Words, string Ground)> Pairs(MailColours colours) =>
    [
        .. from ground in new[] { colours.Card, colours.Quote }
           from words in new[] { colours.Ink, colours.Soft, colours.Strong, colours.Link }
           select (words, ground),
        (colours.OnButton, colours.Button),
    ];

    static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    static double Luminance(string colour)
    {
        var parts = Parts(colour).Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    static double Lightness(string colour) => (Parts(colour).Max() + Parts(colour).Min()) / 2;

    /// <summary>The same hue, light for dark.</summary>
    static string Turned(string colour)
    {
        var shift = 1 - (2 * Lightness(colour));
        return "#" + string.Concat(
            Parts(colour)
                .Select(part => ((int)Math.Round(255 * Math.Clamp(part + shift, 0, 1))).ToString("x2", CultureInfo.InvariantCulture)));
    }

    static double[] Parts(string colour) => [.. Enumerable.Range(0, 3)
        .Select(at => int.Parse(colour.AsSpan(1 + (2 * at), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)];
}
