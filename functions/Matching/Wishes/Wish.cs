using System.Text.Json.Serialization;
using Ilnp.Matching.Problem;

namespace Ilnp.Matching.Wishes;

/// <summary>Something the committee wants of the next proposal: a constraint of the choice, not a hint.</summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="First">A person's id; of a minimum what is counted, for instance a country's code.</param>
/// <param name="Second">The other person's id, for two.</param>
/// <param name="Minimum">What is counted and how many, for <see cref="WishKind.AtLeast"/>.</param>
public sealed record Wish(WishKind Kind, string First, string? Second = null, Minimum? Minimum = null)
{
    public static Wish Together(string first, string second) => new(WishKind.Together, first, second);

    public static Wish Apart(string first, string second) => new(WishKind.Apart, first, second);

    public static Wish Place(string person) => new(WishKind.Place, person);

    public static Wish AtLeast(Minimum minimum) => new(WishKind.AtLeast, minimum.Value, Minimum: minimum);

    /// <summary>Everybody named, by id.</summary>
    [JsonIgnore]
    public IEnumerable<string> People => Kind == WishKind.AtLeast ? [] : Second is null ? [First] : [First, Second];

    /// <summary>Names the wish among others.</summary>
    [JsonIgnore]
    public string Key => $"{Kind}:{string.Join('+', People.Order(StringComparer.Ordinal))}{Minimum}";

    /// <summary>Whether one wants the two people together that the other wants apart.</summary>
    public bool IsAgainst(Wish other) =>
        (Kind, other.Kind) is (WishKind.Together, WishKind.Apart) or (WishKind.Apart, WishKind.Together)
            && People.Order().SequenceEqual(other.People.Order());

    /// <summary>Whether the two say the same, in either order of the people.</summary>
    public bool Says(Wish other) => Key == other.Key;
}

public enum WishKind
{
    /// <summary>These two are a pair, whatever their points.</summary>
    Together,

    /// <summary>These two are not in one group.</summary>
    Apart,

    /// <summary>This person is in a group, if any can be made with them.</summary>
    Place,

    /// <summary>So many people of a kind are chosen.</summary>
    AtLeast,
}
