using PublicHoliday;

namespace Ilnp.Committee.Drafts;

/// <summary>
/// Public holidays of countries: those that the library knows, and days that many other countries share. Not every country's.
/// </summary>
sealed class Holidays
{
    static readonly IReadOnlyDictionary<string, Func<IPublicHolidays>> Known = new Dictionary<string, Func<IPublicHolidays>>
    {
        ["AU"] = () => new AustraliaPublicHoliday(),
        ["AT"] = () => new AustriaPublicHoliday(),
        ["BE"] = () => new BelgiumPublicHoliday(),
        ["BR"] = () => new BrazilPublicHoliday(),
        ["CA"] = () => new CanadaPublicHoliday("ON"),
        ["CH"] = () => new SwitzerlandPublicHoliday(true, false, false),
        ["CZ"] = () => new CzechRepublicPublicHoliday(),
        ["DE"] = () => new GermanPublicHoliday(),
        ["DK"] = () => new DenmarkPublicHoliday(),
        ["EE"] = () => new EstoniaPublicHoliday(),
        ["ES"] = () => new SpainPublicHoliday(),
        ["FI"] = () => new FinlandPublicHoliday(true),
        ["FR"] = () => new FrancePublicHoliday(),
        ["GB"] = () => new UKBankHoliday(),
        ["GR"] = () => new GreecePublicHoliday(),
        ["HR"] = () => new CroatiaPublicHoliday(),
        ["HU"] = () => new HungaryPublicHoliday(),
        ["IE"] = () => new IrelandPublicHoliday(),
        ["IT"] = () => new ItalyPublicHoliday(),
        ["JP"] = () => new JapanPublicHoliday(),
        ["KZ"] = () => new KazakhstanPublicHoliday(),
        ["LT"] = () => new LithuaniaPublicHoliday(),
        ["LU"] = () => new LuxembourgPublicHoliday(),
        ["LV"] = () => new LatviaPublicHoliday(),
        ["ME"] = () => new MontenegroPublicHoliday(),
        ["MX"] = () => new MexicoPublicHoliday(),
        ["NL"] = () => new DutchPublicHoliday(),
        ["NO"] = () => new NorwayPublicHoliday(),
        ["NZ"] = () => new NewZealandPublicHoliday(),
        ["PL"] = () => new PolandPublicHoliday(),
        ["PT"] = () => new PortugalPublicHoliday(),
        ["RO"] = () => new RomanianPublicHoliday(),
        ["RS"] = () => new SerbianPublicHoliday(),
        ["SE"] = () => new SwedenPublicHoliday(),
        ["SI"] = () => new SloveniaPublicHoliday(),
        ["SK"] = () => new SlovakiaPublicHoliday(),
        ["TR"] = () => new TurkeyPublicHoliday(),
        ["US"] = () => new USAPublicHoliday(),
        ["ZA"] = () => new SouthAfricaPublicHoliday(),
    };

    readonly Dictionary<(string Country, int Year), ILookup<DateOnly, string>> years = [];

    /// <summary>All countries that something is known of.</summary>
    public static IReadOnlySet<string> Countries { get; } = Known.Keys.Concat(SharedDays.Countries).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a day is in these countries: names in English, each with its countries.</summary>
    public IEnumerable<IGrouping<string, string>> On(DateOnly day, IEnumerable<string> countries) =>
        countries.SelectMany(country => In(country, day.Year)[day].Select(name => (Name: name, Country: country)))
            .GroupBy(found => found.Name, found => found.Country);

    ILookup<DateOnly, string> In(string country, int year)
    {
        if (!years.TryGetValue((country, year), out var days))
            years[(country, year)] = days = Read(country, year).Distinct().ToLookup(day => day.Day, day => day.Name);
        return days;
    }

    /// <summary>The next year's list too, since a New Year's Day at a weekend may be kept in December.</summary>
    static IEnumerable<(DateOnly Day, string Name)> Read(string country, int year) => Known.TryGetValue(country, out var calendar)
        ? new[] { year, year + 1 }.SelectMany(calendar().PublicHolidaysInformation).SelectMany(holiday =>
            new[] { holiday.HolidayDate, holiday.ObservedDate }.Select(day => (DateOnly.FromDateTime(day), holiday.EnglishName)))
        : SharedDays.In(country, year);
}
