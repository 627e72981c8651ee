using System.Globalization;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Proposals;

/// <summary>Changes to a proposal as the page's form has them: the same fields ask what they cost and, posted, keep them.</summary>
public static class MatchingWishes
{
    public const string Keep = "keep", Apart = "apart", First = "first", Second = "second", Country = "country", Least = "least";

    /// <summary>The button that asks for the cost.</summary>
    public const string Try = "try";

    /// <summary>What is looked for in the list, and the button that looks.</summary>
    public const string Search = "q", Show = "show";

    /// <summary>The button that takes a kept wish back; its value is the wish's key.</summary>
    public const string Remove = "remove";

    /// <summary>The buttons that take the last change back and make it again; their value is the version that the page showed.</summary>
    public const string Undo = "undo", Redo = "redo";

    /// <summary>Reads the fields; what names nobody is told as not understood.</summary>
    public static WishWords Read(Func<string, string> field, IReadOnlyList<Group> groups, IReadOnlyList<Person> people)
    {
        var words = new WishWords(groups, people).Keep(field(Keep)).Separate(field(Apart));
        words.Together(field(First), field(Second));
        return words.AtLeast(field(Country), field(Least));
    }

    /// <summary>The wish in the reader's language; people by name.</summary>
    public static string Told(this PageTexts texts, Wish wish, IReadOnlyDictionary<string, Person> people)
    {
        string Name(string? id) => id is null ? "" : people.TryGetValue(id, out var person) ? person.Name : id;
        return wish.Kind switch
        {
            WishKind.Together => texts.Plain("wish.together", Two()),
            WishKind.Apart => texts.Plain("wish.apart", Two()),
            WishKind.Place => texts.Plain("wish.place", Two()),
            _ => texts.Plain("wish.least", new Dictionary<string, string>
            {
                ["number"] = wish.Minimum!.People.ToString(CultureInfo.InvariantCulture),
                ["kind"] = wish.Minimum.Of == MinimumOf.Country ? Words.Country(wish.Minimum.Value, texts.Language) : wish.Minimum.Value,
            }),
        };

        Dictionary<string, string> Two() =>
            new() { ["first"] = Isolated.Of(Name(wish.First)), ["second"] = Isolated.Of(Name(wish.Second)) };
    }

    /// <summary>A change in the reader's language, as it was made.</summary>
    public static string Told(this PageTexts texts, WishStep step, IReadOnlyDictionary<string, Person> people) => texts.Locale.List(
    [
        .. step.Added.Select(wish => texts.Told(wish, people)),
        .. step.Removed.Select(removed =>
            texts.Plain("wish.without", new Dictionary<string, string> { ["wish"] = texts.Told(removed.Wish, people) })),
    ]);

    /// <summary>Words about ids with the names instead.</summary>
    public static string Named(string words, IReadOnlyDictionary<string, Person> people) =>
        string.Join(' ', words.Split(' ').Select(word => people.TryGetValue(word.TrimEnd('.', ',', ';'), out var person)
            ? person.Name + word[word.TrimEnd('.', ',', ';').Length..]
            : word));

    /// <summary>A change as people read it: "+3", "−12", "±0".</summary>
    public static string Signed(long change) => change.ToString("+#,0;\u2212#,0;\u00b10", CultureInfo.InvariantCulture);

    /// <summary>Both sums and what lies between them, so that nobody takes one for the other.</summary>
    public static Dictionary<string, string> Compared(WishedFigures without, WishedFigures with) => new()
    {
        ["score_without"] = Total(without.Score),
        ["score_with"] = Total(with.Score),
        ["score_change"] = Signed(with.Score - without.Score),
        ["countries_without"] = Total(without.Countries),
        ["countries_with"] = Total(with.Countries),
        ["countries_change"] = Signed(with.Countries - without.Countries),
    };

    static string Total(long sum) => sum.ToString("#,0", CultureInfo.InvariantCulture);
}
