using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ilnp.Local.Bench.Webhooks;

/// <summary>An answer of the webhook.</summary>
/// <param name="Status">0 where none came.</param>
/// <param name="Milliseconds">From when the message was due to be sent, so that a sender that has to wait is counted.</param>
sealed record WebhookAnswer(MessageKind Kind, int Number, int Status, double Milliseconds, bool HasRetryAfter);

/// <summary>Sends messages at a rate whether or not the ones before are answered, as form services do.</summary>
static class WebhookLoad
{
    /// <param name="client">To the host.</param>
    /// <param name="cohort">Applied to.</param>
    /// <param name="rate">Messages a second; each is sent twice, a second apart, so that half of them are new.</param>
    /// <param name="seconds">For so long.</param>
    /// <param name="seed">Of the messages.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<WebhookAnswer>> SendAsync(
        HttpClient client, string cohort, int rate, int seconds, int seed, CancellationToken cancellation)
    {
        var (messages, answers, under) = (new WebhookMessages(seed), new ConcurrentBag<WebhookAnswer>(), new List<Task>());
        var planned = Enumerable.Range(0, Math.Max(1, rate * seconds / 2))
            .Select(number => (Number: number, Message: messages.Next(number))).ToList();
        var due = planned.SelectMany(one => new[] { (At: one.Number * 2.0 / rate, one), (At: (one.Number * 2.0 / rate) + 1, one) })
            .OrderBy(send => send.At).ToList();
        var (form, watch) = ((cohort, WebhookMessages.KeyOf(cohort)), Stopwatch.StartNew());
        foreach (var (at, (number, (kind, body))) in due)
        {
            if (TimeSpan.FromSeconds(at) - watch.Elapsed is { Ticks: > 0 } wait) await Task.Delay(wait, cancellation);
            under.Add(
                Task.Run(
                    async () =>
                        answers.Add(await SendOneAsync(client, form, kind, number, body, watch, TimeSpan.FromSeconds(at), cancellation)),
                    cancellation));
        }

        await Task.WhenAll(under);
        return [.. answers];
    }

    static async Task<WebhookAnswer> SendOneAsync(
        HttpClient client, (string Id, byte[] Key) form, MessageKind kind, int number,
        byte[] body, Stopwatch watch, TimeSpan due, CancellationToken cancellation)
    {
        try
        {
            using var request = WebhookMessages.Request(form, kind, body, TimeProvider.System.GetUtcNow());
            using var answer = await client.SendAsync(request, cancellation);
            return new(
                kind, number, (int)answer.StatusCode, (watch.Elapsed - due).TotalMilliseconds, answer.Headers.RetryAfter is not null);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return new(kind, number, 0, (watch.Elapsed - due).TotalMilliseconds, HasRetryAfter: false);
        }
    }
}
