using System.Globalization;
using Ilnp.Care;
using Ilnp.Map;
using Ilnp.Texts;
using Ilnp.Usage.Cost;

namespace Ilnp.Reports;

/// <summary>A report as its page shows it.</summary>
public sealed record ReportView(CohortReport Report, WorldMap Map, string Style)
{
    /// <summary>Countries that can be drawn, with how they took part.</summary>
    public IEnumerable<(CountryShape Shape, CountryFigure? Figure)> Shapes
    {
        get
        {
            var figures = Report.Countries.ToDictionary(country => country.Code);
            return Map.Countries.Where(shape => shape.X is not null)
                .Select(shape => (shape, figures.GetValueOrDefault(shape.Code)))
                .Where(country => country.shape.Path is not null || country.Item2 is not null);
        }
    }

    /// <summary>Class of a country's shape.</summary>
    public static string Kind(CountryFigure? figure) => figure is null ? "none" : figure.Participants > 0 ? "part" : "applied";

    /// <summary>A country in words.</summary>
    public static string Describe(CountryFigure figure) =>
        $"{figure.Name}: {Counted(figure.Applicants, "applicant")}, "
            + $"{(figure.Participants == 0 ? "nobody" : Number(figure.Participants))} took part";

    public static string Counted(int count, string thing) => $"{Number(count)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>How fast there was a new partner, in a sentence.</summary>
    public static string NewPartners(SilenceFigures silence)
    {
        var people = silence.Waited == 1 ? "One person" : $"{Number(silence.Waited)} people";
        var had =
            $"{people} lost a partner from whom nothing had come; {Number(silence.Days.Count)} of "
                + $"{Number(silence.Waited)} had a new partner";
        return silence is { Median: { } median, Most: { } most }
            ? $"{had}, {Number(silence.InTime)} within {SilenceFigures.Promised} days of saying so: {Days(median)} days in the "
                + $"median, {Days(most)} at most."
            : $"{had}.";
    }

    /// <summary>What ran, in a sentence.</summary>
    public static string Ran(CostFigures cost) =>
        $"From {LocalDate.Write(cost.From, "en")}, on {Counted((int)cost.Work.Days, "day")}, the app ran its functions "
        + $"{Counted((int)cost.Work.Used.Executions, "time")} "
        + $"and sent {Number((int)cost.Work.Requests.All)} requests to storage for what people and committee did"
        + (Engine(cost.Bill) is > 0 and var engine ? $", and {Number(engine)} to keep its place in all that waits." : ".");

    static int Engine(Bill bill) => (int)bill.Lines.Where(line => line.What == Bill.EngineRuns).Sum(line => line.Count);

    /// <summary>How much of something is paid for, whole where it is counted.</summary>
    public static string Amount(BillLine line) =>
        $"{line.Count.ToString(line.Count >= 1 ? "N0" : "0.###", CultureInfo.InvariantCulture)} {line.Unit}";

    /// <summary>Year and month in words.</summary>
    public static string Month(string asOf) =>
        DateOnly.ParseExact(asOf, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>US dollars and cents; what is less in words.</summary>
    public static string Dollars(double dollars) =>
        dollars < 0.005 ? "less than a cent" : dollars.ToString("'US$'0.00", CultureInfo.InvariantCulture);

    static string Days(double days) => days.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Countries(int count) => count == 1 ? "one country" : $"{Number(count)} countries";

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share for readers: whole percent, and an en dash of nobody.</summary>
    public static string Percent(Share share) =>
        share.Of == 0 ? "–" : $"{Math.Round(share.Percent, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)} %";

    /// <summary>A number for an attribute of a drawing.</summary>
    public static string Exact(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Exact(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
}

/// <summary>Shares as a table with bars.</summary>
/// <param name="Caption">Read out before the table; shown above it.</param>
/// <param name="Note">For instance how many answered; empty for none.</param>
public sealed record SharesView(string Caption, string Note, IReadOnlyList<Share> Shares);
