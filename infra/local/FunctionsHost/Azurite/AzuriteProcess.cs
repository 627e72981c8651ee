using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FunctionsHost.Azurite;

/// <summary>
/// One Azurite as a child process on free loopback ports, installed from its lock file on first use. It ends with this
/// process, whichever way this process ends, and writes its data before it does.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>The account and key that every Azurite has; published by its documentation, no secret.</summary>
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    readonly Process process;

    AzuriteProcess(Process process, int blobPort, int queuePort, int tablePort)
    {
        this.process = process;
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{blobPort}/{Account};"
            + $"QueueEndpoint=http://127.0.0.1:{queuePort}/{Account};"
            + $"TableEndpoint=http://127.0.0.1:{tablePort}/{Account};";
    }

    /// <summary>For the storage clients and the <c>AzureWebJobsStorage</c> setting.</summary>
    public string ConnectionString { get; }

    /// <summary>Installs Azurite if need be, starts it and returns once all its ports answer.</summary>
    /// <exception cref="AzuriteUnavailableException">Node is missing, the installation failed, or Azurite did not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        await AzuriteInstallation.EnsureAsync(options.PackageFolder, progress, cancellation);
        if (!IsNodeThere()) throw new AzuriteUnavailableException("Node.js is missing: install Node.js 20 or newer, with npm, and try again.");
        var (blob, queue, table) = (FreePort(), FreePort(), FreePort());
        var process = Start(options, blob, queue, table);
        var azurite = new AzuriteProcess(process, blob, queue, table);
        try
        {
            await azurite.AnswersAsync([blob, queue, table], cancellation);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    static bool IsNodeThere() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    static Process Start(AzuriteOptions options, int blob, int queue, int table)
    {
        List<string> arguments = [
            "--max-semi-space-size=64", // megabytes for what requests leave behind: it is swept up less often
            Path.Combine(options.PackageFolder, "serve.cjs"),
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobHost", "127.0.0.1", "--blobPort", $"{blob}",
            "--queueHost", "127.0.0.1", "--queuePort", $"{queue}",
            "--tableHost", "127.0.0.1", "--tablePort", $"{table}",
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
        var process = Process.Start(start) ?? throw new AzuriteUnavailableException("Azurite could not be started.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    async Task AnswersAsync(int[] ports, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        foreach (var port in ports)
        {
            while (!await AnswersAsync(port))
            {
                if (process.HasExited)
                {
                    var said = (await process.StandardError.ReadToEndAsync(cancellation)).Trim();
                    throw new AzuriteUnavailableException($"Azurite, the local storage, did not start: {said}");
                }

                if (limit.IsCancellationRequested)
                {
                    cancellation.ThrowIfCancellationRequested();
                    throw new AzuriteUnavailableException("Azurite, the local storage, did not answer within 60 seconds.");
                }

                await Task.Delay(50, cancellation); // real time: another process is coming up
            }
        }
    }

    static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends Azurite in good order, and by force after ten seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.Dispose();
    }
}
