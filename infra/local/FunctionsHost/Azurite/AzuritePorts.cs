using System.Net;
using System.Net.Sockets;

namespace FunctionsHost.Azurite;

/// <summary>Where one Azurite answers, on the loopback; the next process in its place answers there too.</summary>
sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>The account and key that every Azurite has; published by its documentation, no secret.</summary>
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static AzuritePorts Free() => new(FreePort(), FreePort(), FreePort());

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{Blob}/{Account};"
        + $"QueueEndpoint=http://127.0.0.1:{Queue}/{Account};"
        + $"TableEndpoint=http://127.0.0.1:{Table}/{Account};";

    public Uri BlobAddress => new($"http://127.0.0.1:{Blob}/");

    public IReadOnlyList<string> Arguments =>
    [
        "--blobHost", "127.0.0.1", "--blobPort", $"{Blob}",
        "--queueHost", "127.0.0.1", "--queuePort", $"{Queue}",
        "--tableHost", "127.0.0.1", "--tablePort", $"{Table}",
    ];

    /// <summary>Whether somebody listens on all of them.</summary>
    public async Task<bool> AreOpenAsync(CancellationToken cancellation)
    {
        foreach (var port in new[] { Blob, Queue, Table })
            if (!await IsOpenAsync(port, cancellation)) return false;
        return true;
    }

    static async Task<bool> IsOpenAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
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
}
