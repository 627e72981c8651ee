namespace Ilnp.Storage;

/// <summary>
/// Carries the storage clients' requests, and ends those of somebody who waits as soon as storage cannot be reached: when a
/// second connection is refused, or when neither the request nor a small question beside it is answered. A storage that is
/// only busy with a long request answers the question, and is waited for.
/// </summary>
/// <param name="network">Carries the requests.</param>
/// <param name="time">Real time: a storage service lives on no other.</param>
public sealed class StorageReach(HttpMessageHandler network, TimeProvider time) : DelegatingHandler(network)
{
    /// <summary>After this time without an answer the question is asked.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(0.8);

    static readonly TimeSpan LongestForTheQuestion = TimeSpan.FromSeconds(0.7);

    readonly Lock gate = new();
    Task<bool> asked = Task.FromResult(true);
    volatile bool isDoubted;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (WaitingPerson.Now is not { } person) return await base.SendAsync(request, cancellationToken);
        if (isDoubted && !await AnswersAsync(request.RequestUri!)) throw Unreachable();
        try
        {
            return await WhileItAnswersAsync(request, cancellationToken);
        }
        catch (HttpRequestException e) when (person.HasMetARefusal())
        {
            throw Unreachable(e);
        }
    }

    async Task<HttpResponseMessage> WhileItAnswersAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var answer = base.SendAsync(request, given.Token);
        try
        {
            while (!await IsThereAsync(answer))
                if (!await AnswersAsync(request.RequestUri!)) await given.CancelAsync();
            return await answer;
        }
        catch (OperationCanceledException e) when (given.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Unreachable(e);
        }
    }

    async Task<bool> IsThereAsync(Task<HttpResponseMessage> answer)
    {
        using var over = new CancellationTokenSource();
        var first = await Task.WhenAny(answer, Task.Delay(Silence, time, over.Token));
        await over.CancelAsync();
        return first == answer;
    }

    /// <summary>All who wait at the same time ask once.</summary>
    Task<bool> AnswersAsync(Uri storage)
    {
        lock (gate) return asked.IsCompleted ? asked = AskAsync(new(storage, "/")) : asked;
    }

    /// <summary>Any answer at all is one: without a signature storage refuses, and so lives.</summary>
    async Task<bool> AskAsync(Uri storage)
    {
        using var limit = new CancellationTokenSource(LongestForTheQuestion, time);
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, storage);
            using var answer = await base.SendAsync(question, limit.Token);
            isDoubted = false;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            isDoubted = true;
        }

        return !isDoubted;
    }

    static StorageUnreachable Unreachable(Exception? reason = null) => new("Storage cannot be reached.", reason);
}

/// <summary>Not tried again by the storage client: whoever waits has waited long enough.</summary>
/// <param name="message">Without addresses.</param>
/// <param name="reason">Null where nothing was heard at all.</param>
public sealed class StorageUnreachable(string message, Exception? reason) : Exception(message, reason);
