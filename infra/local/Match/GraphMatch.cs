using Ilnp.Local.Running;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;

namespace Ilnp.Local.Match;

/// <summary><c>match --graph</c>: only the choice, so that it can be compared with another solver's.</summary>
static class GraphMatch
{
    public static async Task<int> RunAsync(MatchRequest request, CancellationToken cancellation)
    {
        var graph = GraphFile.Read(request.Graph!);
        var spread = request.Spread is { } text ? CountrySpread.Parse(text)! : CountrySpread.Off;
        if (spread.Mode != CountrySpreadMode.Off && graph.Countries.Count == 0) throw new LocalProblem("For --spread a nodes.csv beside the graph must name each node's country.");
        var clock = RunClock.Start();
        var chosen = Choose(request, graph, spread, cancellation);
        var result = new MatchResult(Proposal(graph, chosen), request.Capacity ?? graph.Nodes / 2, clock.Stop());
        await MatchFiles.WriteFiguresAsync(request, result);
        await MatchPictures.WriteCurveAsync(request, result.Proposal);
        var rows = chosen.Pairs.Select(p => new[] { $"{p.First}", $"{p.Second}" });
        await MatchFiles.WriteRowsAsync(request.Result("pairs.csv"), ["u", "v"], rows);
        Console.WriteLine(await File.ReadAllTextAsync(request.Result("match.json"), CancellationToken.None));
        return 0;
    }

    static ChosenPairs Choose(MatchRequest request, GraphFile graph, CountrySpread spread, CancellationToken cancellation)
    {
        var names = graph.Countries.Distinct().Order(StringComparer.Ordinal).Select((c, k) => (c, k)).ToDictionary(p => p.c, p => p.k);
        try
        {
            return PairChooser.Choose(
                new ChoiceRequest
                {
                    People = graph.Nodes,
                    Edges = graph.Edges,
                    Limit = Math.Min(request.Capacity ?? graph.Limit ?? int.MaxValue, graph.Nodes / 2),
                    // Without countries every node counts as one of its own.
                    Country = graph.Countries.Count > 0 ? [.. graph.Countries.Select(c => names[c])] : [.. Enumerable.Range(0, graph.Nodes)],
                    Spread = spread,
                    CapPercent = request.CountryCap,
                },
                cancellation);
        }
        catch (ArgumentException e)
        {
            throw new LocalProblem(e.Message, e);
        }
    }

    static MatchingProposal Proposal(GraphFile graph, ChosenPairs chosen) => new()
    {
        Groups = [.. chosen.Pairs.Select(p => new ProposedGroup([$"{p.First}", $"{p.Second}"], 0, []))],
        Score = chosen.Score,
        UpperBound = chosen.UpperBound,
        Countries = graph.Countries.Count > 0 ? chosen.Countries : 0,
        Hull = chosen.Hull,
        Figures = new(graph.Nodes, graph.Edges.Count, graph.Edges.Count, chosen.Rounds),
    };
}
