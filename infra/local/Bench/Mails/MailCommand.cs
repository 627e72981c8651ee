using System.CommandLine;
using System.Text.Json;
using FunctionsHost.Azurite;
using Ilnp.Local.Running;

namespace Ilnp.Local.Bench.Mails;

/// <summary>
/// <c>bench mail</c>: mails of all kinds in nine languages, written, entered in the ledger on Azurite on disk and handed to a stand-in
/// of SendGrid over HTTP, as fast as they go. Prints JSON; ends with 1 when a mail is missing or came twice, or it took too long.
/// </summary>
static class MailCommand
{
    /// <summary>That the ledger of ten thousand takes, and room for more.</summary>
    const int Megabytes = 100;

    static readonly Option<int> Count = new("--mails") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
    static readonly Option<int> AtOnce = new("--at-once") { Description = "Mails under way at a time.", DefaultValueFactory = _ => 32 };
    static readonly Option<int> Latency = new("--latency")
    {
        Description = "Milliseconds that the mail service takes for each.",
        DefaultValueFactory = _ => 20,
    };
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var command = new Command(
            "mail", "Measures mails from template to mail service: seconds, processor time, round trips to storage, bytes.")
        {
            Count, AtOnce, Latency,
        };
        command.SetAction((parsed, cancellation) => PlainWords.RunAsync(
            () => BenchFolder.WithAsync("bench-mail", Megabytes, folder => MeasureAsync(folder, parsed, cancellation)), cancellation));
        return command;
    }

    static async Task<int> MeasureAsync(RunFolder folder, ParseResult parsed, CancellationToken cancellation)
    {
        await using var azurite = await AzuriteProcess.StartAsync(
            new(folder.Azurite, ProjectFolder.Azurite), Console.Error.WriteLine, cancellation);
        await using var sendGrid = await StandInSendGrid.StartAsync(TimeSpan.FromMilliseconds(parsed.GetValue(Latency)), cancellation);
        await using var bench = new MailBench(azurite.ConnectionString, sendGrid);
        var figures = await bench.MeasureAsync(parsed.GetValue(Count), parsed.GetValue(AtOnce), cancellation);
        Console.WriteLine(JsonSerializer.Serialize(figures, Pretty));
        return figures is { IsWhole: true, IsFastEnough: true } ? 0 : 1;
    }
}
