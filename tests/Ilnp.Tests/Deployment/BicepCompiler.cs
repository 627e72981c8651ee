using System.Text.Json.Nodes;

namespace Ilnp.Tests.Deployment;

/// <summary>The Bicep compiler that <c>infra/azure/check</c> uses, over a copy of <c>infra/azure</c>. It needs no Azure.</summary>
sealed class BicepCompiler : IDisposable
{
    static readonly string[] Identity =
    [
        "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002",
        "--location", "westeurope", "--deployment-name", "test",
    ];

    static readonly Lazy<string> Program = new(Restored);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ilnp-bicep-");

    public BicepCompiler()
    {
        var sources = Directory.EnumerateFiles(Source, "*.bicep*", SearchOption.AllDirectories);
        foreach (var file in sources.Append(Path.Combine(Source, "bicepconfig.json")))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary><c>infra/azure</c> of the repository.</summary>
    public static string Source => Path.Combine(Repository.Root, "infra", "azure");

    /// <summary>The template that Azure gets.</summary>
    public string Template() => Run(Program.Value, ["build", "main.bicep", "--stdout"], new Dictionary<string, string>()).Output;

    /// <summary>What a deployment with these variables would make, with properties as far as they are known before.</summary>
    public JsonNode Foreseen(IReadOnlyDictionary<string, string> variables)
    {
        Run(Program.Value, ["snapshot", "main.bicepparam", "--mode", "overwrite", .. Identity], variables);
        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "main.snapshot.json")))!;
    }

    /// <summary>What the compiler says to a file of parameters with these variables; empty when all is well.</summary>
    public string Objections(IReadOnlyDictionary<string, string> variables) =>
        Script.Run(Program.Value, ["build-params", "main.bicepparam", "--stdout"], variables, folder.FullName).Errors;

    public void Dispose() => folder.Delete(recursive: true);

    ScriptRun Run(string program, string[] arguments, IReadOnlyDictionary<string, string> variables)
    {
        var run = Script.Run(program, arguments, variables, folder.FullName);
        return run.Code == 0 ? run : throw new InvalidOperationException($"bicep {arguments[0]}: {run.Errors}");
    }

    static string Restored()
    {
        var project = Path.Combine(Source, "tools", "bicep.csproj");
        var none = new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1" };
        Script.Run("dotnet", ["restore", project, "-v", "q"], none, Source);
        var path = Script.Run("dotnet", ["msbuild", project, "-t:BicepPath", "-getProperty:BicepPath"], none, Source).Output.Trim();
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        return path;
    }
}
