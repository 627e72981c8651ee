using System.Globalization;
using Ilnp.Forms;
using Ilnp.Intake.Answers;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Committee.Import;

/// <summary>How a file shall be read, by what its page sends: in the address, so that looking changes nothing.</summary>
/// <param name="Values">By field of the form.</param>
public sealed record ImportWish(IReadOnlyDictionary<string, string> Values)
{
    public const string Order = "order", DayFirst = "day", MonthFirst = "month", YearFirst = "year";

    /// <summary>The button that imports, with the reading that was shown.</summary>
    public const string Sure = "sure";

    /// <summary>In the address: the press came from a page that showed another reading.</summary>
    public const string Stale = "stale";

    public static ImportWish Of(IQueryCollection query) => new(query.ToDictionary(part => part.Key, part => part.Value.ToString()));

    /// <summary>By a press.</summary>
    public static async Task<ImportWish> ReadAsync(HttpRequest request) =>
        new((await PostedForm.ReadAsync(request)).ToDictionary(part => part.Key, part => part.Value is [var only] ? only : ""));

    /// <summary>What 3/4/2020 shall mean; null where nothing is said.</summary>
    public DateOrder? DateOrder => Values.GetValueOrDefault(Order) switch
    {
        DayFirst => Intake.Answers.DateOrder.DayFirst,
        MonthFirst => Intake.Answers.DateOrder.MonthFirst,
        YearFirst => Intake.Answers.DateOrder.YearFirst,
        _ => null,
    };

    /// <summary>Key of the field that a column shall be, null where nothing is said; null where nothing is said of any.</summary>
    public Func<int, string?>? Fields => Values.Keys.Any(IsColumn) ? column => Values.GetValueOrDefault(Name(column)) : null;

    public bool IsStale => Values.ContainsKey(Stale);

    /// <summary>The same in an address.</summary>
    public string Query(bool isStale) => QueryString.Create(
        Values.Where(value => value.Key == Order || IsColumn(value.Key))
            .Concat(isStale ? [new(Stale, "1")] : []).Select(value => KeyValuePair.Create<string, string?>(value.Key, value.Value))).Value
        ?? "";

    /// <summary>The form's field of a column.</summary>
    public static string Name(int column) => Column + column.ToString(CultureInfo.InvariantCulture);

    const string Column = "column";

    static bool IsColumn(string name) => name.StartsWith(Column, StringComparison.Ordinal);
}
