using System.Text;
using System.Text.Json.Serialization;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>Something that the app's lists do not know, or that names two things of them.</summary>
/// <param name="Kind">Of which list it should be.</param>
/// <param name="Field">Where it was read.</param>
/// <param name="Spelling">As the person wrote it.</param>
/// <param name="Heading">The question, as the form asks it.</param>
/// <param name="Place">How many answers of the field that are understood stand before it.</param>
public sealed record UnclearWord(WordKind Kind, ApplicationField Field, string Spelling, string Heading, int Place)
{
    /// <summary>The same for every spelling that a reader takes for the same word. Tells nothing by itself.</summary>
    [JsonIgnore]
    public string WordId
    {
        get
        {
            var folded = Fold.Text(Spelling);
            return $"{Kind.ToString().ToLowerInvariant()}-{StableIds.Of(Encoding.UTF8.GetBytes(folded.Length > 0 ? folded : Spelling))}";
        }
    }
}

/// <summary>Lists of which the committee can say what a word means.</summary>
public enum WordKind
{
    Country,
    Language,

    /// <summary>Of the closed list of topics to offer and to learn about: areas of interest may be in own words.</summary>
    Topic,
}

/// <summary>
/// What the lists alone make of an application, so that each word can be put in, and taken out again, whenever its meaning is said.
/// </summary>
/// <param name="Bare">The answers without them.</param>
/// <param name="TimeZone">What was said of the time zone, which the country helps to understand.</param>
/// <param name="Words">In the order of reading.</param>
public sealed record UnclearAnswers(ApplicationAnswers Bare, string TimeZone, IReadOnlyList<UnclearWord> Words)
{
    /// <summary>What the committee had said of them when they were read: code by the word's id, empty for one that is left out.</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; init; } = new Dictionary<string, string>();

    /// <summary>With what is said of them now.</summary>
    public UnclearAnswers With(IReadOnlyDictionary<string, string> meanings) => this with
    {
        Meanings = Words.Select(word => word.WordId).Distinct().Where(meanings.ContainsKey).ToDictionary(id => id, id => meanings[id]),
    };

    /// <summary>Whether something else was said of them when they were read.</summary>
    public bool IsReadOtherwise(IReadOnlyDictionary<string, string> meanings) =>
        Words.Any(word => Meanings.GetValueOrDefault(word.WordId) != meanings.GetValueOrDefault(word.WordId));
}
