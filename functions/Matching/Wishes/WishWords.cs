using System.Globalization;
using System.Text.RegularExpressions;
using Ilnp.Matching.Problem;
using Ilnp.Programme;

namespace Ilnp.Matching.Wishes;

/// <summary>Reads wishes as the committee writes them: groups by their numbers, people by application row or mail address, countries by code.</summary>
public sealed partial class WishWords(IReadOnlyList<Programme.Group> groups, IReadOnlyList<Person> people)
{
    readonly List<Wish> wishes = [];
    readonly List<string> notUnderstood = [];

    /// <summary>What was read so far.</summary>
    public IReadOnlyList<Wish> Wishes => wishes;

    /// <summary>Words that name no group and nobody, as they were written.</summary>
    public IReadOnlyList<string> NotUnderstood => notUnderstood;

    /// <summary>Groups to keep: a trio's first two stay together, and the third keeps a place.</summary>
    public WishWords Keep(string? words)
    {
        foreach (var group in Groups(words, mustName: true))
        {
            wishes.Add(Wish.Together(group.Members[0], group.Members[1]));
            wishes.AddRange(group.Members.Skip(2).Select(Wish.Place));
        }
        return this;
    }

    /// <summary>Groups to separate.</summary>
    /// <param name="words">Group numbers, or any text that mentions some.</param>
    /// <param name="mustName">Whether words without a group are not understood; a free note need not name any.</param>
    public WishWords Separate(string? words, bool mustName = true)
    {
        foreach (var group in Groups(words, mustName))
            for (var a = 0; a < group.Members.Count; a++)
                for (var b = a + 1; b < group.Members.Count; b++) wishes.Add(Wish.Apart(group.Members[a], group.Members[b]));
        return this;
    }

    /// <summary>Two people for a pair, a line for each.</summary>
    public WishWords Together(string? lines)
    {
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var named = line.Split([' ', ',', ';', '+', '&'], StringSplitOptions.RemoveEmptyEntries).Select(Find).OfType<string>().ToList();
            if (named.Count == 2) wishes.Add(Wish.Together(named[0], named[1]));
            else notUnderstood.Add(line);
        }
        return this;
    }

    /// <summary>At least so many people of a country.</summary>
    public WishWords AtLeast(string? country, string? number)
    {
        if (string.IsNullOrWhiteSpace(country) && string.IsNullOrWhiteSpace(number)) return this;
        if (country?.Trim().ToUpperInvariant() is { Length: 2 } code && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var least) && least > 0)
            wishes.Add(Wish.AtLeast(new(MinimumOf.Country, code, least)));
        else
            notUnderstood.Add($"{country} {number}".Trim());
        return this;
    }

    string? Find(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? people.FirstOrDefault(person => person.ApplicationRow == row)?.PersonId
            : people.FirstOrDefault(person => person.PersonId == word || (word.Contains('@') && person.Email.Equals(word, StringComparison.OrdinalIgnoreCase)))?.PersonId;

    IEnumerable<Programme.Group> Groups(string? words, bool mustName)
    {
        var named = GroupNumber().Matches(words ?? "").Select(match => match.Value.ToUpperInvariant()).Distinct().ToList();
        notUnderstood.AddRange(named.Where(number => groups.All(group => group.GroupId != number)));
        if (mustName && named.Count == 0 && !string.IsNullOrWhiteSpace(words)) notUnderstood.Add(words.Trim());
        return groups.Where(group => named.Contains(group.GroupId));
    }

    [GeneratedRegex(@"\bG\d{3,}\b", RegexOptions.IgnoreCase)]
    private static partial Regex GroupNumber();
}
