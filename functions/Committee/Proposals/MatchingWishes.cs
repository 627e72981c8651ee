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

    /// <summary>The button that takes a kept wish back; its value is the wish's key.</summary>
    public const string Remove = "remove";

    /// <summary>Reads the fields; what names nobody is told as not understood.</summary>
    public static WishWords Read(Func<string, string> field, IReadOnlyList<Group> groups, IReadOnlyList<Person> people)
    {
        var words = new WishWords(groups, people).Keep(field(Keep)).Separate(field(Apart));
        var (first, second) = (field(First).Trim(), field(Second).Trim());
        if (first.Length + second.Length > 0) words.Together($"{first} {second}");
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

        Dictionary<string, string> Two() => new() { ["first"] = Name(wish.First), ["second"] = Name(wish.Second) };
    }

    /// <summary>Words about ids with the names instead.</summary>
    public static string Named(string words, IReadOnlyDictionary<string, Person> people) =>
        string.Join(' ', words.Split(' ').Select(word => people.TryGetValue(word.TrimEnd('.', ',', ';'), out var person)
            ? person.Name + word[word.TrimEnd('.', ',', ';').Length..]
            : word));

    /// <summary>A change as people read it: "+3", "-12", "0".</summary>
    public static string Signed(long change) => change.ToString("+#;\u2212#;0", CultureInfo.InvariantCulture);
}
