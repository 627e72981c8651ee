using System.Diagnostics;

namespace FunctionsHost.Azurite;

/// <summary>How Azurite is called.</summary>
static class AzuriteCommand
{
    public static Process Run(AzuriteOptions options, AzuritePorts ports)
    {
        List<string> arguments = [
            "--max-semi-space-size=64", // megabytes for what requests leave behind: it is swept up less often
            Path.Combine(options.PackageFolder, "serve.cjs"),
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            .. ports.Arguments,
            .. options.DataFolder is { } folder ? ["--location", Path.GetFullPath(folder)] : new[] { "--inMemoryPersistence" },
        ];
        // A session of its own keeps a signal to our process group from ending Azurite before it has written its data.
        var ownSession = OperatingSystem.IsLinux() && File.Exists("/usr/bin/setsid");
        var start = new ProcessStartInfo(ownSession ? "/usr/bin/setsid" : "node", ownSession ? ["node", .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (options.KeepsEveryChange) start.Environment["AZURITE_KEEPS_EVERY_CHANGE"] = "1";
        if (!IsNodeThere())
            throw new AzuriteUnavailableException("Node.js is missing: install Node.js 20 or newer, with npm, and try again.");
        var process = Process.Start(start) ?? throw new AzuriteUnavailableException("Azurite could not be started.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    static bool IsNodeThere() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));
}
