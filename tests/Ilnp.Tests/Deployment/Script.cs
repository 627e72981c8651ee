using System.Diagnostics;

namespace Ilnp.Tests.Deployment;

/// <summary>What a program said, and how it ended.</summary>
sealed record ScriptRun(int Code, string Output, string Errors);

/// <summary>Runs a program with nothing of this process's variables that the deployment's scripts read.</summary>
static class Script
{
    public static ScriptRun Run(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var name in start.Environment.Keys.Where(IsRead).ToList()) start.Environment.Remove(name);
        start.Environment["BICEP_TRACING_ENABLED"] = "false";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output.GetAwaiter().GetResult(), errors);
    }

    static bool IsRead(string name) =>
        name.StartsWith("ILNP_", StringComparison.Ordinal) || name.StartsWith("AZURE_", StringComparison.Ordinal);
}
