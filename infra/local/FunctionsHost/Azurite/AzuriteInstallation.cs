using System.ComponentModel;
using System.Diagnostics;

namespace FunctionsHost.Azurite;

/// <summary>Azurite from npm, exactly as its lock file says, installed once.</summary>
static class AzuriteInstallation
{
    /// <summary>Runs <c>npm ci</c> when the installed packages are not those of the lock file.</summary>
    public static async Task EnsureAsync(string folder, Action<string>? progress, CancellationToken cancellation)
    {
        var wanted = Path.Combine(folder, "package-lock.json");
        var installed = Path.Combine(folder, "node_modules", ".installed-lock.json");
        if (!File.Exists(wanted))
            throw new AzuriteUnavailableException($"{wanted} is missing: take a whole copy of the project.");
        if (IsCurrent()) return;

        // Two processes may come here together (tests); the second finds the first one's installation.
        await using var turn = await TakeTurnAsync(Path.Combine(folder, ".install.lock"), cancellation);
        if (IsCurrent()) return;
        progress?.Invoke("Installing Azurite, the local storage (once, about 30 seconds)");
        await NpmCiAsync(folder, cancellation);
        File.Copy(wanted, installed, overwrite: true);

        bool IsCurrent() => File.Exists(installed) && File.ReadAllBytes(installed).AsSpan().SequenceEqual(File.ReadAllBytes(wanted));
    }

    static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellation); // real time: another process is installing
            }
        }
    }

    static async Task NpmCiAsync(string folder, CancellationToken cancellation)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }) ?? throw new AzuriteUnavailableException("npm could not be started.");
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await output;
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                throw new AzuriteUnavailableException(
                    $"Installing Azurite with npm failed; check the network and try again. npm said: {errors.Trim()}");
        }
        catch (Win32Exception e)
        {
            throw new AzuriteUnavailableException("Node.js is missing: install Node.js 20 or newer, with npm, and try again.", e);
        }
    }
}
