namespace Ilnp.RealEngine;

/// <summary>A cohort's outcome on the simulation beside that on the engine that Azure runs.</summary>
sealed class Comparison(Outcome simulation, Outcome real)
{
    readonly IReadOnlyList<string> figures = [.. simulation.Figures.Keys.Union(real.Figures.Keys).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Problems =>
    [
        .. figures.Where(figure => Of(simulation, figure) != Of(real, figure)).Select(figure => $"{figure} differs"),
        .. Ended("the simulation", simulation),
        .. Ended("the real engine", real),
        .. NotReached("the simulation", simulation),
        .. NotReached("the real engine", real),
    ];

    public void Write(TextWriter output)
    {
        output.WriteLine();
        foreach (var figure in figures)
        {
            var (here, there) = (Of(simulation, figure), Of(real, figure));
            output.WriteLine(here == there ? $"  {figure,-34} {here}" : $"! {figure,-34} {here} | on the real engine {there}");
        }

        output.WriteLine();
        output.WriteLine($"{real.Calls.Count - real.NotReached.Count} of the app's {real.Calls.Count} functions ran on the real engine, "
            + $"{simulation.Calls.Count - simulation.NotReached.Count} on the simulation");
        foreach (var problem in Problems) output.WriteLine($"! {problem}");
    }

    static string Of(Outcome outcome, string figure) => outcome.Figures.GetValueOrDefault(figure, "-");

    static IEnumerable<string> NotReached(string where, Outcome outcome) =>
        outcome.NotReached.Select(function => $"{function} was not reached on {where}");

    static IEnumerable<string> Ended(string where, Outcome outcome)
    {
        var (failed, unfinished) = (outcome.Orchestrations.Failed, outcome.Orchestrations.Unfinished);
        if (failed > 0) yield return $"{failed} orchestrations failed on {where}";
        if (unfinished > 0) yield return $"{unfinished} orchestrations did not end on {where}";
    }
}
