namespace Ilnp.Intake.Vocabulary;

/// <summary>Yes and no in many languages.</summary>
public static class Replies
{
    static readonly WordList Words = new(VocabularyFile.Read("replies"));

    /// <summary>True or false; null when the text is neither. An answer may go on after the word: <c>Yes, I can</c>.</summary>
    public static bool? Find(string text)
    {
        var words = Fold.Words(text);
        for (var length = Math.Min(words.Length, 4); length > 0; length--)
            if (Words.FindFolded(string.Join(' ', words[..length])) is { } reply) return reply == "yes";
        return null;
    }
}
