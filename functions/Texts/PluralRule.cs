using System.Globalization;

namespace Ilnp.Texts;

/// <summary>
/// A rule in CLDR's language (UTS 35, part 3, "Plural rules syntax"), for whole numbers: <c>n</c> and <c>i</c> are the number, and
/// <c>v</c>, <c>w</c>, <c>f</c>, <c>t</c>, <c>c</c>, <c>e</c>, which tell of decimals and powers of ten, are 0.
/// </summary>
sealed class PluralRule
{
    readonly IReadOnlyList<IReadOnlyList<Relation>> either;

    PluralRule(IReadOnlyList<IReadOnlyList<Relation>> either) => this.either = either;

    public static PluralRule Parse(string rule) =>
        new([.. rule.Split(" or ").Select(all => (IReadOnlyList<Relation>)[.. all.Split(" and ").Select(Relation.Parse)])]);

    public bool Takes(long number) => either.Any(all => all.All(relation => relation.Holds(number)));

    /// <summary>For instance <c>i % 100 != 12..14,20</c>.</summary>
    sealed record Relation(bool IsNumber, long Modulus, bool IsIn, IReadOnlyList<(long From, long To)> Ranges)
    {
        public bool Holds(long number)
        {
            var value = IsNumber ? Modulus == 0 ? number : number % Modulus : 0;
            return Ranges.Any(range => value >= range.From && value <= range.To) == IsIn;
        }

        public static Relation Parse(string relation)
        {
            var words = relation.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words switch
            {
                [var operand, "=" or "!=", var ranges] => new(IsWhole(operand), 0, words[1] == "=", [.. ranges.Split(',').Select(Range)]),
                [var operand, "%", var modulus, "=" or "!=", var ranges] =>
                    new(IsWhole(operand), Whole(modulus), words[3] == "=", [.. ranges.Split(',').Select(Range)]),
                _ => throw new FormatException($"'{relation}' is no relation of a plural rule."),
            };
        }

        static bool IsWhole(string operand) => operand switch
        {
            "n" or "i" => true,
            "v" or "w" or "f" or "t" or "c" or "e" => false,
            _ => throw new FormatException($"'{operand}' is no operand of a plural rule."),
        };

        static (long From, long To) Range(string range) =>
            range.Split("..") is [var from, var to] ? (Whole(from), Whole(to)) : (Whole(range), Whole(range));

        static long Whole(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
