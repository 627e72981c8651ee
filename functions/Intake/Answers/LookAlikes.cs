namespace Ilnp.Intake.Answers;

/// <summary>
/// Letters of Latin, Greek and Cyrillic that look the same. A word of one script is right; one of two is a mistake or a trick.
/// </summary>
static class LookAlikes
{
    /// <summary>Letters of Cyrillic and Greek that nobody can tell from Latin ones, and those of phonetics.</summary>
    const string Alike = "аеорсухіјѕһԁӏԛԝАВЕКМНОРСТХІЈЅҺӀοανικρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    /// <summary>A word of another script that looks like one of Latin letters throughout.</summary>
    public static bool CouldBeLatin(string word) => word.Length > 1 && word.All(letter => Alike.Contains(letter, StringComparison.Ordinal));

    /// <summary>Whether all of it is Latin.</summary>
    public static bool IsLatin(string word) => word.Length > 0 && word.All(char.IsAsciiLetter);

    /// <summary>Whether the word has letters of more than one of the three scripts.</summary>
    public static bool Mixes(string word)
    {
        var scripts = 0;
        foreach (var rune in word.EnumerateRunes())
            scripts |= rune.Value switch
            {
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 0xC0 and <= 0x24F and not 0xD7 and not 0xF7) => 1,
                (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF) => 2,
                >= 0x400 and <= 0x52F => 4,
                (>= 0x531 and <= 0x58F) or (>= 0x13A0 and <= 0x13FF) => 8,
                (>= 0x250 and <= 0x2AF) or (>= 0x1D00 and <= 0x1DBF) or (>= 0xA720 and <= 0xA7FF) => 16,
                _ => 0,
            };
        return (scripts & (scripts - 1)) != 0;
    }
}
