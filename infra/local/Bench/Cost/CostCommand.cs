using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ilnp.Local.Running;
using Ilnp.Usage.Cost;

namespace Ilnp.Local.Bench.Cost;

/// <summary>
/// <c>bench cost</c>: counts what a cohort takes, and reckons what Azure would bill for it; prints JSON, and fails
/// above a dollar or when the app counts wrong.
/// </summary>
static class CostCommand
{
    static readonly Option<int?> People = new("--people") { Description = "Who apply; the whole sample, 488, unless fewer are asked for." };
    static readonly Option<string?> Prices = new("--prices")
    {
        Description = "A price table of your own, of the form of functions/Usage/Cost/prices.json.",
    };

    static readonly Option<int> Minutes = new("--idle-minutes")
    {
        Description = "For which an idle host is watched.",
        DefaultValueFactory = _ => 3,
    };
    static readonly Option<int> Port = new("--port") { Description = "The port of pages and webhooks.", DefaultValueFactory = _ => 7071 };
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var command = new Command("cost", "Counts executions, storage requests, mails and bytes of a cohort, times a price table.")
        {
            People, Prices, Minutes, Port,
        };
        command.SetAction((parsed, cancellation) => PlainWords.RunAsync(
            () => RunAsync(
                PricesOf(parsed.GetValue(Prices)), parsed.GetValue(People),
                TimeSpan.FromMinutes(parsed.GetValue(Minutes)), parsed.GetValue(Port), cancellation),
            cancellation));
        return command;
    }

    /// <exception cref="LocalProblem">The file is not a price table.</exception>
    internal static PriceTable PricesOf(string? file)
    {
        if (file is null) return PriceTable.Shipped;
        try
        {
            return PriceTable.Parse(GivenFile.ReadText(file, "The price table", "--prices"));
        }
        catch (JsonException e)
        {
            throw new LocalProblem($"The price table {file} cannot be read: {e.Message}");
        }
    }

    static async Task<int> RunAsync(PriceTable prices, int? people, TimeSpan idle, int port, CancellationToken cancellation)
    {
        ParentWatch.Begin();
        var engine = await new EngineCost(idle, Console.Error.WriteLine).MeasureAsync(cancellation);
        var work = await new CohortCost(people, port, Console.Error.WriteLine).MeasureAsync(cancellation);
        var print = CostPrint.Of(work, engine, prices);
        Console.WriteLine(JsonSerializer.Serialize(print, Pretty));
        return print.IsWell ? 0 : 1;
    }
}

/// <summary>What is printed.</summary>
/// <param name="Cohort">What it cost.</param>
/// <param name="Engine">What the engine over storage takes, measured just now.</param>
/// <param name="EngineOfReports">What reports reckon with.</param>
/// <param name="HostExecutions">As the host counted them.</param>
/// <param name="WireRequests">As they were counted on the wire.</param>
/// <param name="Off">How far the app's own count is from both, as a share.</param>
sealed record CostPrint(
    CostFigures Cohort, EngineWork Engine, EngineWork EngineOfReports, long HostExecutions, long WireRequests, double Off)
{
    /// <summary>Of <see cref="Off"/>: what the app's own start and end make.</summary>
    const double MostOff = 0.01;

    public bool IsWell => Cohort.Bill.Asleep <= CostFigures.Goal && Off <= MostOff;

    public static CostPrint Of(PlayedCohort played, EngineWork engine, PriceTable prices) => new(
        CostFigures.Of(played.From, played.Work, engine, prices), engine,
        EngineWork.Measured, played.HostExecutions, played.WireRequests, played.Off);
}
