namespace FunctionsHost.Azurite;

/// <summary>
/// Whether a storage service answers, by a small question. Any answer is one: without a signature it refuses, and so lives.
/// </summary>
public sealed class StorageProbe(Uri service) : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Limit };

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(service, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => client.Dispose();
}
