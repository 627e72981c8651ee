using System.Globalization;
using Ilnp.Programme;

namespace Ilnp.Committee.People.Bulk;

/// <summary>What somebody wishes to do, and about whom, as the list of people asks it. Untrusted.</summary>
/// <param name="Act">Name of the act.</param>
/// <param name="IsForAll">Everybody whom the filter finds, on all pages; else those who are ticked.</param>
/// <param name="Ticked">Ids.</param>
public sealed record BulkWish(string Act, bool IsForAll, IReadOnlyList<string> Ticked)
{
    /// <summary>Names of the fields, and what the second one says.</summary>
    public const string Do = "do", Of = "of", All = "all", These = "ticked", Who = "who";

    /// <summary>Fields of the page that shows what would happen: whom it concerns, and the moment at which it was shown.</summary>
    public const string Ids = "ids", Shown = "shown";

    const string MomentFormat = "yyyyMMdd'T'HHmmss.fff'Z'";

    /// <summary>For as long its button works; later it is shown anew.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Those of the cohort who are meant; nobody twice, and nobody who was erased.</summary>
    /// <param name="found">Whom the filter finds now.</param>
    /// <param name="everybody">Of the cohort.</param>
    public IReadOnlyList<Person> Choose(IReadOnlyList<Person> found, IEnumerable<Person> everybody) =>
        [.. (IsForAll ? found : Known(Ticked, everybody)).Where(person => !person.IsErased)];

    /// <summary>Those of the cohort among these ids.</summary>
    public static IReadOnlyList<Person> Known(IEnumerable<string> ids, IEnumerable<Person> everybody)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        return [.. everybody.Where(person => wanted.Contains(person.PersonId))];
    }

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);

    /// <summary>The moment at which a plan was shown, UTC; null for one of more than a day ago, and for what is no moment.</summary>
    public static DateTimeOffset? ShownAt(string text, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var shown)
            && shown <= now && now - shown < Fresh
            ? shown
            : null;
}
