using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;

namespace FunctionsHost;

/// <summary>The app that a host runs.</summary>
/// <param name="Folder">Where it lies, with its <c>host.json</c>.</param>
public abstract record FunctionsApp(string Folder)
{
    /// <summary>An app whose worker runs in this process: for debugging, tests, and where a start must be quick.</summary>
    /// <param name="Assembly">Of its <c>Program</c>.</param>
    /// <param name="CreateBuilder">Its <c>Program.CreateBuilder(args)</c>.</param>
    public sealed record InProcess(Assembly Assembly, Func<string[], FunctionsApplicationBuilder> CreateBuilder)
        : FunctionsApp(Path.GetDirectoryName(Assembly.Location)!)
    {
        /// <summary>Changes the app before it is built: its clock, its log, services that a test replaces.</summary>
        public Action<FunctionsApplicationBuilder> Configure { get; init; } = _ => { };

        /// <summary>Serves the functions of these types only; null serves all that the build listed.</summary>
        public IReadOnlyList<Type>? Types { get; init; }
    }

    /// <summary>What <c>dotnet publish</c> made, as it would be deployed; its worker is a process of its own, on real time.</summary>
    public sealed record Published(string Folder) : FunctionsApp(Folder);
}
