namespace FunctionsHost.Tests.Published;

/// <summary>An app in a process of its own is called and answers as one in this process.</summary>
[Collection("host")]
public sealed class PublishedAppTests(StorageFixture storage)
{
    [Fact(Timeout = 120_000)]
    public async Task GivenAPublishedApp_WhenItIsCalled_ThenItAnswersAsInThisProcess()
    {
        await using var app = await PublishedHost.StartAsync(storage);

        Assert.Equal((200, "you set"), await app.AnswerAsync("GET", "/well"));
        Assert.Equal((200, "a b set"), await app.AnswerAsync("GET", "/WELL/a%20b"));
        Assert.Equal((404, ""), await app.AnswerAsync("HEAD", "/well"));
        Assert.Equal((404, "Nothing answers GET at this address.\n"), await app.AnswerAsync("GET", "/well/a/b"));
        Assert.StartsWith("(401, A key is missing or wrong", $"{await app.AnswerAsync("GET", "/guarded")}", StringComparison.Ordinal);
        Assert.Equal((200, ""), await app.AnswerAsync("GET", $"/guarded?code={app.Host.Keys.Functions["Guarded"]}"));
        Assert.Equal((302, ""), await app.AnswerAsync("GET", "/moved"));
        Assert.Equal((200, app.Host.Address.Authority), await app.AnswerAsync("GET", "/called-as"));
        Assert.Equal((500, ""), await app.AnswerAsync("GET", "/failing"));
        Assert.Equal((200, "1000"), await app.AnswerAsync("POST", "/sized", 1000));
        Assert.Equal((413, ""), await app.AnswerAsync("POST", "/sized", 1001));
        Assert.Equal((200, "Good morning, Ana"), await app.AnswerAsync("POST", "/begin", 0));
        Assert.Contains(app.Lines, line =>
            line is { Category: "Function.Failing", Level: LogLevel.Error } && line.Text.Contains("as it must", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task GivenWhoeverStartsAnOrchestrationInATrace_WhenItsActivityRuns_ThenItIsInThatTrace()
    {
        await using var app = await PublishedHost.StartAsync(storage);

        var (status, told) = await app.AnswerAsync("POST", "/begin-traced", 0);

        Assert.Equal(200, status);
        Assert.StartsWith($"00-{told.Split(' ')[0]}-", told.Split(' ')[1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task GivenAFailureAfterTheAnswerBegan_WhenItIsRead_ThenItIsCutOff()
    {
        await using var app = await PublishedHost.StartAsync(storage);

        using var response = await app.Client.GetAsync("/breaks/body", HttpCompletionOption.ResponseHeadersRead);

        await Assert.ThrowsAnyAsync<HttpRequestException>(response.Content.ReadAsStringAsync);
    }

    [Fact(Timeout = 120_000)]
    public async Task GivenACallerWhoHangsUp_WhenTheFunctionWaits_ThenItIsTold()
    {
        await using var app = await PublishedHost.StartAsync(storage);
        using var hangUp = new CancellationTokenSource();
        var request = app.Client.GetAsync("/waits", hangUp.Token);
        await app.SaidAsync("waiting");

        await hangUp.CancelAsync();

        await app.SaidAsync("told to end");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact(Timeout = 120_000)]
    public async Task GivenAnAppThatDies_WhenItIsCalled_ThenTheAnswerIs503AndTheHostTellsHowItDied()
    {
        await using var app = await PublishedHost.StartAsync(storage);
        var waiting = app.AnswerAsync("GET", "/waits");
        await app.SaidAsync("waiting");

        Assert.Equal(503, (await app.AnswerAsync("GET", "/dies")).Status);

        Assert.Equal("The app's worker ended with exit code 137.", await app.Host.WorkerLost);
        Assert.Equal(503, (await waiting).Status);
        Assert.Equal(503, (await app.AnswerAsync("GET", "/well")).Status);
    }
}
