using System.Globalization;
using Ilnp.Programme;

namespace Ilnp.Committee.People;

/// <summary>Finds people by what somebody remembers of them.</summary>
static class PersonSearch
{
    const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;

    /// <summary>Whether the name, address, country or group holds the words, whatever their case and accents.</summary>
    public static bool Finds(Person person, string search) =>
        new[] { person.Name, person.Email, person.Country, Words.Country(person.Country, "en"), person.GroupId ?? "" }
            .Any(text => IsIn(text, search));

    /// <summary>Whether a text holds the words, whatever their case and accents; every text holds none.</summary>
    public static bool IsIn(string text, string search) =>
        search.Length == 0 || CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, search, Loosely) >= 0;
}
