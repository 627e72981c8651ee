using Ilnp.Texts;

namespace Ilnp.Intake.Vocabulary;

/// <summary>
/// The words in which the app's own form asks and offers, in all its languages: a form of another service that copies them is read as ours.
/// </summary>
static class FormWords
{
    /// <summary>The rooms in whose texts the form's questions and choices stand.</summary>
    static readonly string[] Rooms = ["Intake", "Programme", "Introductions"];

    /// <summary>By text key. Files that cannot be read are named at the start, and nothing starts with them.</summary>
    static readonly Lazy<ILookup<string, string>> Texts = new(() => Rooms
        .SelectMany(room => TextFile.Readable<IReadOnlyDictionary<string, string>>(TextFile.Beside(room, "Texts"), []).Values)
        .SelectMany(texts => texts).ToLookup(text => text.Key, text => text.Value));

    /// <summary>The code and the words of each text below a key, in every language.</summary>
    /// <param name="below">For instance <c>topic</c>, below which <c>topic.archives</c> is.</param>
    /// <param name="codes">Those that are wanted.</param>
    public static IEnumerable<(string Code, string Word)> Below(string below, IEnumerable<string> codes) =>
        codes.Distinct().SelectMany(code => Texts.Value[$"{below}.{code}"].Distinct().Select(word => (code, word)));
}
