namespace Ilnp.Matching.Problem;

/// <summary>At least so many people of a kind are to be chosen.</summary>
/// <param name="Of">What is looked at.</param>
/// <param name="Value">The country's code, the library type or the language; not used for carried-over people.</param>
/// <param name="People">How many.</param>
public sealed record Minimum(MinimumOf Of, string Value, int People)
{
    /// <summary>Whether the person is of the kind.</summary>
    public bool Counts(Candidate person) => Of switch
    {
        MinimumOf.Country => Same(person.Country),
        MinimumOf.LibraryType => person.LibraryType is { } type && Same(type),
        MinimumOf.Language => person.Languages.Any(Same),
        _ => person.CarriedPriority,
    };

    bool Same(string word) => Spelling.Of(word) == Spelling.Of(Value);

    /// <summary>For instance "at least 3 people with country GH".</summary>
    public override string ToString() => $"at least {People} people " + Of switch
    {
        MinimumOf.Country => $"of the country {Value}",
        MinimumOf.LibraryType => $"of the library type {Value}",
        MinimumOf.Language => $"with the language {Value}",
        _ => "carried over from an earlier waiting list",
    };
}

/// <summary>
/// What a minimum counts. A minimum of a country is exact together with country cap and country spread. The others are exact too, but not
/// together with them: a person can have one stand-in in the graph only.
/// </summary>
public enum MinimumOf { Country, LibraryType, Language, Carried }
