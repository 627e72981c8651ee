using FunctionsHost;
using Ilnp.Local.Pilot;
using Ilnp.Local.Running;
using Ilnp.RealEngine;

using var wall = new WallClock(Environment.GetEnvironmentVariable("ILNP_CLOCK") ?? throw new InvalidOperationException("Start this with tests/real-engine."));
var folder = args[0];
var rows = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
PilotOptions Options(string name, int port) => new(
    ProjectFolder.Sample("applications-2020-google-forms.csv"), Path.Combine(AppContext.BaseDirectory, "cohort.json"), 2020, new RunFolder(Path.Combine(folder, name)), Exit: true, port);
async Task<Outcome> Play(EngineKind engine, int port)
{
    var options = Options(engine.ToString(), port);
    var all = PilotInput.Read(options);
    return await new CohortRun(engine, options, wall).RunAsync(all with { Rows = [.. all.Rows.Take(rows)] }, CancellationToken.None);
}

var engines = args.Skip(2).Select(Enum.Parse<EngineKind>).ToList();
var outcomes = new List<Outcome>();
foreach (var engine in engines) outcomes.Add(await Play(engine, 17100 + outcomes.Count));
foreach (var key in outcomes.SelectMany(outcome => outcome.Figures.Keys).Distinct().Order(StringComparer.Ordinal))
{
    var values = outcomes.Select(outcome => outcome.Figures.GetValueOrDefault(key, "-")).ToList();
    Console.WriteLine($"{(values.Distinct().Count() == 1 ? "  " : "! ")}{key,-40} {string.Join(" | ", values)}");
}

foreach (var outcome in outcomes) Console.WriteLine($"{outcome.Calls.Count} functions: {string.Join(" ", outcome.Calls.OrderBy(call => call.Key).Select(call => $"{call.Key}={call.Value}"))}");
return 0;
