using System.CommandLine;
using Ilnp.Local.Running;
using Ilnp.Matching.Problem;

namespace Ilnp.Local.Match;

/// <summary><c>match</c>: pairs from an applications file.</summary>
static class MatchCommand
{
    public static Command Create()
    {
        var applications = new Option<FileInfo?>("--applications") { Description = "Applications as a form provider's CSV export." };
        var settings = new Option<FileInfo?>("--settings") { Description = "The cohort's settings file; the pilot's by default." };
        var capacity = new Option<int?>("--capacity") { Description = "Pairs at most; 0 or more. By default what the settings allow." };
        var spread = new Option<string?>("--spread")
        {
            Description = "off, max, or the share of score in percent that more countries may cost.",
        };
        var cap = new Option<int?>("--country-cap") { Description = "Share of the chosen that one country may have, in percent." };
        var past = new Option<FileInfo?>("--past") { Description = "Former partners: two columns, each an application row or an address." };
        var locks = new Option<FileInfo?>("--locks")
        {
            Description =
                "Committee's wishes: 'together,A,B', 'apart,A,B', 'place,A' or 'atleast,N,country,CODE' a line (also library,TYPE; "
                    + "language,CODE; carried); A and B are application rows or addresses.",
        };
        var budget = new Option<int?>("--seconds") { Description = "Stop after so many seconds with the best found and its proven gap." };
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = "Folder for the results.",
            DefaultValueFactory = _ => new DirectoryInfo("out"),
        };
        var command = new Command("match", "Makes pairs from applications, with reasons and proof.")
        {
            applications, settings, capacity, spread, cap, past, locks, budget, output,
        };
        command.SetAction((parsed, cancellation) => PlainWords.RunAsync(() => RunAsync(
            new MatchRequest(
                parsed.GetValue(applications), parsed.GetValue(settings),
                parsed.GetValue(capacity), parsed.GetValue(spread), parsed.GetValue(cap),
                parsed.GetValue(past), parsed.GetValue(locks), parsed.GetValue(budget), parsed.GetValue(output)!),
            cancellation), cancellation));
        return command;
    }

    /// <summary>Ended by Ctrl-C: the best found until then has been written.</summary>
    const int StoppedWithResults = 130;

    /// <summary>Bytes; a thousand people's take less than two megabytes.</summary>
    const long ForResults = 4 << 20;

    static async Task<int> RunAsync(MatchRequest request, CancellationToken cancellation)
    {
        if (request.Spread is { } text && CountrySpread.Parse(text) is null)
            throw new LocalProblem($"--spread {text} is neither off, nor max, nor a percentage between 0 and 100.");
        if (request.Capacity < 0)
            throw new LocalProblem($"--capacity {request.Capacity} is negative: name the number of pairs that can be looked after.");
        if (request.Seconds < 0)
            throw new LocalProblem($"--seconds {request.Seconds} is negative: 0 gives what can be had without a search.");
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (request.Seconds is { } seconds) budget.CancelAfter(TimeSpan.FromSeconds(seconds));
        var room = new Room(new RunFolder(request.Out.FullName), ForResults) { Then = "Make room and run this again." };
        room.Require();
        request.CreateOut();
        await room.WhileThereIsAsync(() => ApplicationsMatch.RunAsync(request, budget.Token));
        return cancellation.IsCancellationRequested ? StoppedWithResults : 0;
    }
}

/// <summary>What the command line asks for.</summary>
sealed record MatchRequest(
    FileInfo? Applications, FileInfo? Settings, int? Capacity, string? Spread, int? CountryCap,
    FileInfo? Past, FileInfo? Locks, int? Seconds, DirectoryInfo Out)
{
    /// <summary>The path of a result.</summary>
    public string Result(string name) => Path.Combine(Out.FullName, name);

    /// <summary>Makes the folder for the results.</summary>
    /// <exception cref="LocalProblem">It cannot be made.</exception>
    public void CreateOut()
    {
        try
        {
            Out.Create();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalProblem($"The folder {Out.FullName} cannot be made: {e.Message}", e);
        }
    }
}
