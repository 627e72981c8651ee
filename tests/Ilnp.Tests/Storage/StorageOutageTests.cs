using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Ilnp.Orchestration;
using Ilnp.Storage;

namespace Ilnp.Tests.Storage;

public sealed class StorageOutageTests
{
    static readonly Uri Nowhere = new("http://127.0.0.1:1/account");

    public static TheoryData<int, bool> Answers => new()
    {
        { 408, true }, { 429, true }, { 500, true }, { 502, true }, { 503, true }, { 504, true },
        { 400, false }, { 401, false }, { 403, false }, { 404, false }, { 409, false }, { 412, false }, { 501, false },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task GivenAnAnswer_WhenStorageIsAsked_ThenOnlyWhatMayPassIsTriedAgain(int status, bool mayPass)
    {
        using var answering = new Answering(_ => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)));

        foreach (var thrown in await ThrownAsync(answering))
            if (mayPass) Assert.IsType<TransientFailure>(thrown);
            else Assert.Equal(status, Assert.IsType<RequestFailedException>(thrown).Status);
    }

    public static TheoryData<Exception, bool> Failures => new()
    {
        { new HttpRequestException("no connection"), true },
        { new IOException("connection lost"), true },
        { new TaskCanceledException("no answer in time"), true },
        { new AuthenticationFailedException("no token"), true },
        { new InvalidOperationException("a fault of ours"), false },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task GivenNoAnswer_WhenStorageIsAsked_ThenOnlyWhatMayPassIsTriedAgain(Exception failure, bool mayPass)
    {
        using var answering = new Answering(_ => throw failure);

        Assert.All(await ThrownAsync(answering), thrown => Assert.Equal(mayPass, thrown is TransientFailure { InnerException: not null }));
    }

    [Fact]
    public async Task GivenSeveralTriesWithoutAnswer_WhenTheClientGivesUp_ThenTheirAggregateIsTriedAgain()
    {
        using var answering = new Answering(_ => throw new HttpRequestException("no connection"));

        var thrown = await Record.ExceptionAsync(() => Table(answering, retries: 2).GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal(3, Assert.IsType<AggregateException>(Assert.IsType<TransientFailure>(thrown).InnerException).InnerExceptions.Count);
    }

    [Fact]
    public async Task GivenARequestThatItsAskerGaveUp_WhenItEnds_ThenItIsNoOutage()
    {
        using var given = new CancellationTokenSource();
        using var answering = new Answering(async cancellation =>
        {
            await given.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            return new();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Table(answering).GetEntityAsync<TableEntity>("p", "r", cancellationToken: given.Token));
    }

    [Fact]
    public async Task GivenATransactionThatFailsInside_WhenItIsCommitted_ThenItIsTriedAgain()
    {
        using var busy = new Answering(_ => Task.FromResult(Transaction(503, "ServerBusy")));
        using var taken = new Answering(_ => Task.FromResult(Transaction(412, "UpdateConditionNotSatisfied")));
        TableTransactionAction[] writes = [new(TableTransactionActionType.Add, new TableEntity("p", "r"))];

        await Assert.ThrowsAsync<TransientFailure>(() => Table(busy).CommitAsync(writes, default));
        var lost = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table(taken).CommitAsync(writes, default));
        Assert.Equal(412, lost.Status);
    }

    static async Task<IReadOnlyList<Exception?>> ThrownAsync(Answering answering) =>
    [
        await Record.ExceptionAsync(() => Table(answering).GetEntityAsync<TableEntity>("p", "r")),
        await Record.ExceptionAsync(() => Blob(answering).UploadAsync(BinaryData.FromString("x"), overwrite: true)),
        await Record.ExceptionAsync(() => Blob(answering).DownloadContentAsync()),
    ];

    static TableClient Table(Answering answering, int retries = 0) =>
        new(Nowhere, "table", Key.Table, Watched(new TableClientOptions(), answering, retries));

    static BlobClient Blob(Answering answering) =>
        new BlobServiceClient(Nowhere, Key.Blob, Watched(new BlobClientOptions(), answering))
            .GetBlobContainerClient("container").GetBlobClient("blob");

    static TOptions Watched<TOptions>(TOptions options, Answering answering, int retries = 0) where TOptions : ClientOptions
    {
        options.Transport = new HttpClientTransport(answering);
        (options.Retry.MaxRetries, options.Retry.Delay) = (retries, TimeSpan.Zero);
        options.AddPolicy(new StorageOutage(), HttpPipelinePosition.PerCall);
        return options;
    }

    static HttpResponseMessage Transaction(int status, string code)
    {
        var error = """{"odata.error":{"code":"CODE","message":{"lang":"en-US","value":"0:CODE"}}}"""
            .Replace("CODE", code, StringComparison.Ordinal);
        string[] lines =
        [
            "--batch", "Content-Type: multipart/mixed; boundary=changes", "",
            "--changes", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "",
            $"HTTP/1.1 {status} {code}", "Content-Type: application/json", "", error,
            "--changes--", "--batch--", "",
        ];
        var body = string.Join("\r\n", lines);
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/mixed; boundary=batch");
        return new(HttpStatusCode.Accepted) { Content = content };
    }

    static class Key
    {
        static readonly string Secret = Convert.ToBase64String(new byte[32]);

        public static TableSharedKeyCredential Table => new("account", Secret);

        public static Azure.Storage.StorageSharedKeyCredential Blob => new("account", Secret);
    }

    sealed class Answering(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(cancellationToken);
    }
}
