using System.Diagnostics;
using System.Globalization;
using Ilnp.Matching.Solver;

namespace Ilnp.Benchmarks.Lemon;

/// <summary>LEMON's solver as a child process, compiled on first use; absent where the compiler or the library is.</summary>
sealed class LemonSolver
{
    readonly string _program;

    LemonSolver(string program) => _program = program;

    /// <summary>Compiles the program; null without g++ or liblemon-dev.</summary>
    public static LemonSolver? Compile(string folder)
    {
        var program = Path.Combine(folder, "lemon");
        var source = Path.Combine(AppContext.BaseDirectory, "Lemon", "Lemon.cpp");
        return Run("g++", "-O2", "-w", "-o", program, source) is null ? null : new LemonSolver(program);
    }

    /// <summary>Weight, pairs and seconds (the best of three runs).</summary>
    public (long Weight, int Pairs, double Seconds) Solve(string graphFile)
    {
        var words = (Run(_program, graphFile) ?? throw new InvalidOperationException("LEMON's solver failed.")).Split(' ');
        return (
            long.Parse(words[0], CultureInfo.InvariantCulture),
            int.Parse(words[1], CultureInfo.InvariantCulture),
            double.Parse(words[2], CultureInfo.InvariantCulture));
    }

    public static void Write(string path, int nodes, IReadOnlyList<WeightedEdge> edges)
    {
        using var text = new StreamWriter(path);
        text.Write($"{nodes} {edges.Count}\n");
        foreach (var edge in edges) text.Write($"{edge.U} {edge.V} {edge.Weight}\n");
    }

    static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
