using System.Collections.Concurrent;
using System.Globalization;
using Ilnp.Texts;
using Scriban.Functions;
using Scriban.Runtime;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// What templates may call: Scriban's own functions and <c>count</c>, which puts a number into words by the plural rules of the
/// template's language: <c>{{ months | count "one {# month} other {# months}" }}</c>.
/// </summary>
static class CountFunction
{
    public const string Name = "count";

    const string Number = "n";

    /// <summary>Scriban would copy its own for each mail.</summary>
    static readonly ConcurrentDictionary<string, BuiltinFunctions> ByLanguage = new();

    public static BuiltinFunctions For(string language) => ByLanguage.GetOrAdd(language, static code =>
    {
        var functions = new BuiltinFunctions();
        functions.Import(Name, new Func<object?, string, string>((number, branches) => Of(number, branches, code)));
        functions.IsReadOnly = true;
        return functions;
    });

    /// <summary>The branches as a text's pattern.</summary>
    public static string Pattern(string branches) => $"{{{Number}, plural, {branches}}}";

    /// <exception cref="FormatException">The branches are none.</exception>
    static string Of(object? number, string branches, string language)
    {
        var counted = Convert.ToInt64(number, CultureInfo.InvariantCulture);
        return TextPatterns.Of(Pattern(branches)).Write(Locale.Of(language), words => words, (_, _) => "", _ => counted);
    }
}
