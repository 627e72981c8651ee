using System.Globalization;
using System.Text.RegularExpressions;
using Ilnp.Matching.Problem;
using Ilnp.Programme;

namespace Ilnp.Matching.Wishes;

/// <summary>
/// Reads wishes as the committee writes them: groups by their numbers or a member, people by name,
/// application row or mail address, countries by code.
/// </summary>
public sealed partial class WishWords(IReadOnlyList<Programme.Group> groups, IReadOnlyList<Person> people)
{
    static readonly char[] Pieces = [',', ';', '\n'];
    static readonly char[] Between = [',', ';', '+', '&'];

    readonly List<Wish> wishes = [];
    readonly List<string> notUnderstood = [];
    readonly PersonNames names = new(people);

    /// <summary>What was read so far.</summary>
    public IReadOnlyList<Wish> Wishes => wishes;

    /// <summary>Words that name no group and nobody, as they were written.</summary>
    public IReadOnlyList<string> NotUnderstood => notUnderstood;

    /// <summary>Groups to keep: a trio's first two stay together, and the third keeps a place.</summary>
    public WishWords Keep(string? words)
    {
        foreach (var group in Groups(words))
        {
            wishes.Add(Wish.Together(group.Members[0], group.Members[1]));
            wishes.AddRange(group.Members.Skip(2).Select(Wish.Place));
        }
        return this;
    }

    /// <summary>Groups to separate.</summary>
    public WishWords Separate(string? words)
    {
        foreach (var group in Groups(words))
            for (var a = 0; a < group.Members.Count; a++)
                for (var b = a + 1; b < group.Members.Count; b++) wishes.Add(Wish.Apart(group.Members[a], group.Members[b]));
        return this;
    }

    /// <summary>Two people for a pair, a line for each.</summary>
    public WishWords Together(string? lines)
    {
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var named = Two(line.Split(Between, StringSplitOptions.RemoveEmptyEntries))
                ?? Two(line.Split([' ', .. Between], StringSplitOptions.RemoveEmptyEntries));
            if (named is var (first, second)) wishes.Add(Wish.Together(first, second));
            else notUnderstood.Add(line);
        }
        return this;
    }

    /// <summary>Two people for a pair, each in words of their own.</summary>
    public WishWords Together(string? first, string? second)
    {
        string[] words = [.. new[] { first, second }.OfType<string>().Select(word => word.Trim()).Where(word => word.Length > 0)];
        if (words.Length == 0) return this;
        if (Two(words) is var (one, other)) wishes.Add(Wish.Together(one, other));
        else
            notUnderstood.AddRange(
                words.Length == 1 ? words : words.Where(word => Find(word) is null).DefaultIfEmpty(string.Join(", ", words)));
        return this;
    }

    /// <summary>Both people named; null unless there are two different ones.</summary>
    (string First, string Second)? Two(string[] words) =>
        words.Select(Find).OfType<string>().Distinct().ToList() is [var first, var second] && words.Length == 2 ? (first, second) : null;

    /// <summary>At least so many people of a country.</summary>
    public WishWords AtLeast(string? country, string? number)
    {
        if (string.IsNullOrWhiteSpace(country) && string.IsNullOrWhiteSpace(number)) return this;
        if (country?.Trim().ToUpperInvariant() is { Length: 2 } code
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var least) && least > 0)
            wishes.Add(Wish.AtLeast(new(MinimumOf.Country, code, least)));
        else
            notUnderstood.Add($"{country} {number}".Trim());
        return this;
    }

    string? Find(string word) => names.Find(word) ?? ByMark(word.Trim());

    string? ByMark(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? Only(person => person.ApplicationRow == row)
            : Only(person =>
                person.PersonId == word || (word.Contains('@') && person.Email.Equals(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// Null for several too: two files have the same row, two people an address. Then it is not understood, and said by name.
    /// </summary>
    string? Only(Func<Person, bool> isMeant) => people.Where(isMeant).Take(2).ToList() is [var only] ? only.PersonId : null;

    /// <summary>The groups named, piece by piece; what names none is not understood.</summary>
    IEnumerable<Programme.Group> Groups(string? words)
    {
        List<Programme.Group> named = [];
        foreach (var piece in (words ?? "").Split(Pieces, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = GroupNumber().Matches(piece).Select(match => match.Value.ToUpperInvariant()).ToList();
            var found = numbers.Count > 0
                ? numbers.Select(number => (Words: number, Group: groups.FirstOrDefault(group => group.GroupId == number)))
                : [(piece, Find(piece) is { } id ? groups.FirstOrDefault(group => group.Members.Contains(id)) : null)];
            foreach (var (word, group) in found.ToList())
                if (group is null) notUnderstood.Add(word);
                else if (!named.Contains(group)) named.Add(group);
        }
        return named;
    }

    [GeneratedRegex(@"\bG\d{3,}\b", RegexOptions.IgnoreCase)]
    private static partial Regex GroupNumber();
}
