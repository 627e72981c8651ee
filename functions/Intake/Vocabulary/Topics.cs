namespace Ilnp.Intake.Vocabulary;

/// <summary>A closed list with names for each entry, for instance areas of interest; what is not in it is kept as it was given.</summary>
public sealed class Topics
{
    readonly WordList names;

    static readonly Dictionary<string, IReadOnlyList<string>> NoAdditions = [];

    Topics(string file, IReadOnlyDictionary<string, IReadOnlyList<string>> additions) =>
        names = new([.. additions.SelectMany(entry => entry.Value.Prepend(entry.Key).Select(word => (entry.Key, word))), .. VocabularyFile.Read(file)]);

    /// <summary>Areas of interest: those that ship with the app and the committee's own, by code.</summary>
    public static Topics Interests(IntakeSettings settings) => new("interests", settings.Interests);

    /// <summary>Library types, the same way.</summary>
    public static Topics Libraries(IntakeSettings settings) => new("libraries", settings.LibraryTypes);

    /// <summary>Career stages.</summary>
    public static Topics CareerStages { get; } = new("stages", NoAdditions);

    /// <summary>A partner <c>like</c> oneself, a <c>different</c> one, or <c>either</c>.</summary>
    public static Topics Partners { get; } = new("partners", NoAdditions);

    /// <summary>How often partners talk.</summary>
    public static Topics Rhythms { get; } = new("rhythms", NoAdditions);

    /// <summary>What partners talk by.</summary>
    public static Topics Tools { get; } = new("tools", NoAdditions);

    /// <summary>The code of the entry, else null.</summary>
    public string? Find(string text) => names.Find(text) ?? names.Find(BeforeRemark(text));

    static string BeforeRemark(string text) => text.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? text[..bracket] : text;
}
