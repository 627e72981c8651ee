using System.Globalization;
using Ilnp.Local.Running;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Solver;
using Ilnp.Programme;

namespace Ilnp.Local.Match;

/// <summary>A graph as text: <c>n m [K]</c>, then <c>u v weight</c> a line, nodes from 0; with the nodes' countries in <c>nodes.csv</c> beside it.</summary>
sealed record GraphFile(int Nodes, IReadOnlyList<WeightedEdge> Edges, int? Limit, IReadOnlyList<string> Countries)
{
    /// <exception cref="LocalProblem">A line is not as it should be; the message names it.</exception>
    public static GraphFile Read(FileInfo file)
    {
        using var lines = new StringReader(System.Text.Encoding.UTF8.GetString(MatchRequest.Read(file)));
        var head = Numbers(file, 1, lines.ReadLine(), 2, 3);
        var edges = new List<WeightedEdge>(head[1] is > 0 and < 100_000_000 ? head[1] : 0);
        for (var line = 2; lines.ReadLine() is { } text; line++)
        {
            if (text.Length == 0) continue;
            var edge = Numbers(file, line, text, 3, 3);
            edges.Add(new WeightedEdge(edge[0], edge[1], edge[2]));
        }
        if (edges.Count != head[1]) throw new LocalProblem($"{file.Name} announces {head[1]} edges and has {edges.Count}.");
        var countries = new FileInfo(Path.Combine(file.DirectoryName!, "nodes.csv"));
        return new(head[0], edges, head.Length == 3 ? head[2] : null, countries.Exists ? ReadCountries(countries, head[0]) : []);
    }

    static int[] Numbers(FileInfo file, int line, string? text, int least, int most)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = words.Select(w => int.TryParse(w, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).OfType<int>().ToArray();
        return numbers.Length == words.Length && numbers.Length >= least && numbers.Length <= most
            ? numbers
            : throw new LocalProblem($"{file.Name}, line {line}: {least} whole numbers are expected.");
    }

    static string[] ReadCountries(FileInfo file, int nodes)
    {
        var lines = System.Text.Encoding.UTF8.GetString(MatchRequest.Read(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var column = Array.IndexOf(lines[0].Trim().Split(','), "country");
        var countries = lines.Skip(1).Select(l => l.Trim().Split(',')).Where(c => c.Length > column).Select(c => c[Math.Max(0, column)]).ToArray();
        return countries.Length == nodes && column >= 0 ? countries : throw new LocalProblem($"{file.Name} must name the country of each of the {nodes} nodes in a column country.");
    }

    /// <summary>Writes the graph that was solved for a proposal.</summary>
    public static async Task WriteAsync(MatchRequest request, MatchingProblem problem, MatchingProposal proposal, Dictionary<string, Person> people)
    {
        var (ids, edges) = proposal.SolvedGraph;
        await using var text = new StreamWriter(request.Result("graph.txt"));
        await text.WriteAsync($"{ids.Count} {edges.Count} {Math.Min(problem.Capacity, ids.Count / 2)}\n");
        foreach (var edge in edges) await text.WriteAsync($"{edge.U} {edge.V} {edge.Weight}\n");
        var rows = ids.Select((id, node) => new[] { $"{node}", $"{people[id].ApplicationRow}", people[id].Country });
        await MatchFiles.WriteRowsAsync(request.Result("nodes.csv"), ["node", "row", "country"], rows);
    }
}
