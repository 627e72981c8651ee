using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Approvals;

/// <summary>A fact of a decision's texts, kept so that it can be told in any language.</summary>
/// <param name="Kind">What the values are.</param>
/// <param name="Values">Names, or codes.</param>
public sealed record WordedFact(FactKind Kind, params IReadOnlyList<string> Values)
{
    public static WordedFact Names(IEnumerable<Person> people) => new(FactKind.Names, [.. people.Select(person => person.Name)]);

    public string InWords(string language) => Kind switch
    {
        FactKind.Country => Words.Country(Values[0], language),
        FactKind.Names => Locale.Of(language).Names(Values),
        FactKind.Topics => Words.Topics(Values, language),
        _ => Locale.Of(language).List(Values),
    };
}

/// <summary>What a fact's values are.</summary>
public enum FactKind
{
    /// <summary>Of people, as they write them.</summary>
    Names,

    /// <summary>One ISO 3166-1 code.</summary>
    Country,

    /// <summary>Codes of interests.</summary>
    Topics,
}
