namespace Ilnp.Texts;

/// <summary>Which way a language is written, and which texts would disturb the line they stand in.</summary>
static class Direction
{
    /// <summary>The value of the <c>dir</c> attribute.</summary>
    public static string Of(string language) => Locale.IsRightToLeft(language) ? "rtl" : "ltr";

    /// <summary>Whether a text runs, or may run, against its surroundings: a name in Arabic script in an English sentence.</summary>
    public static bool Disturbs(string text, string language) =>
        Of(language) == "rtl" ? text.Any(letter => char.IsLetterOrDigit(letter) && !RunsLeft(letter)) : text.Any(RunsLeft);

    /// <summary>Hebrew to Arabic Extended, and their presentation forms.</summary>
    static bool RunsLeft(char letter) =>
        letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}
