using System.Net;
using System.Net.Sockets;
using FunctionsHost;
using Ilnp.Local.Pilot;
using Ilnp.Local.Running;
using Ilnp.RealEngine;

// A small cohort: enough for every kind of rematch, few enough for some minutes.
const int Applications = 30;
const int Seed = 2020;

if (args is not [var folder] || Environment.GetEnvironmentVariable("ILNP_CLOCK") is not { } clock)
{
    Console.Error.WriteLine("Start this with tests/real-engine.");
    return 2;
}

using var wall = new WallClock(clock);
using var events = new SignedEvents();
events.Announce();
var simulation = await PlayAsync(EngineKind.Simulation);
var comparison = new Comparison(simulation, await PlayAsync(EngineKind.AzureStorage));
comparison.Write(Console.Out);
return comparison.Problems.Count == 0 ? 0 : 1;

async Task<Outcome> PlayAsync(EngineKind engine)
{
    var options = new PilotOptions(
        ProjectFolder.Sample("applications-2020-google-forms.csv"), Path.Combine(AppContext.BaseDirectory, "cohort.json"), Seed,
        new RunFolder(Path.Combine(folder, engine.ToString())), Exit: true, FreePort());
    var all = PilotInput.Read(options);
    var some = all with { Rows = [.. all.Rows.Take(Applications)] };
    return await new CohortRun(engine, options, wall, events).RunAsync(some, CancellationToken.None);
}

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}
