using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ilnp.RealEngine;

/// <summary>What a request of this process does with a queue's message.</summary>
/// <param name="Does">With it.</param>
/// <param name="VisibleAt">UTC, when one that was added or put back can be seen.</param>
sealed record QueueRequest(QueueRequest.Kind Does, DateTimeOffset VisibleAt)
{
    const string Visibility = "visibilitytimeout=";

    /// <summary>Of <c>host.json</c>, for both queues: by so much the engine renews its hold on what it works on.</summary>
    static readonly TimeSpan Renewal = TimeSpan.FromMinutes(2);

    /// <summary>What is done.</summary>
    public enum Kind
    {
        Add,
        Delete,

        /// <summary>To be looked at again after some seconds.</summary>
        PutBack,
    }

    /// <summary>Null for any other request.</summary>
    public static QueueRequest? Of(HttpRequestMessage request, DateTimeOffset now)
    {
        if (request.RequestUri is not { } address || !address.AbsolutePath.Contains("/messages", StringComparison.Ordinal)) return null;
        var hidden = Hidden(address.Query);
        Kind? does = request.Method.Method switch
        {
            "POST" => Kind.Add,
            "DELETE" => Kind.Delete,
            "PUT" when hidden != Renewal => Kind.PutBack,
            _ => null,
        };
        return does is { } known ? new(known, now + hidden) : null;
    }

    static TimeSpan Hidden(string query) =>
        query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(Visibility, StringComparison.Ordinal)) is { } part
            ? TimeSpan.FromSeconds(int.Parse(part[Visibility.Length..], CultureInfo.InvariantCulture)) : TimeSpan.Zero;
}

/// <summary>Tells of such requests as .NET's HTTP client publishes them.</summary>
static class QueueRequests
{
    const string Client = "HttpHandlerDiagnosticListener";
    const string Request = "System.Net.Http.HttpRequestOut";

    public static IDisposable Listen(Action<QueueRequest> began, Action<QueueRequest, bool> ended) =>
        DiagnosticListener.AllListeners.Subscribe(new Watcher<DiagnosticListener>(listener =>
        {
            if (listener.Name != Client) return;
            listener.Subscribe(new Published(began, ended), name => name.StartsWith(Request, StringComparison.Ordinal));
        }));

    sealed class Published(Action<QueueRequest> began, Action<QueueRequest, bool> ended) : IObserver<KeyValuePair<string, object?>>
    {
        readonly ConditionalWeakTable<HttpRequestMessage, QueueRequest> open = [];

        public void OnNext(KeyValuePair<string, object?> published)
        {
            if (Read<HttpRequestMessage>(published.Value, "Request") is not { } request) return;
            if (published.Key == $"{Request}.Start" && QueueRequest.Of(request, DateTimeOffset.UtcNow) is { } asked)
            {
                open.Add(request, asked);
                began(asked);
            }
            else if (published.Key == $"{Request}.Stop" && open.TryGetValue(request, out var answered))
            {
                open.Remove(request);
                ended(answered, Read<HttpResponseMessage>(published.Value, "Response")?.IsSuccessStatusCode == true);
            }
        }

        /// <summary>The client publishes objects of types of its own; their properties are what is documented.</summary>
        static T? Read<T>(object? told, string property) where T : class => told?.GetType().GetProperty(property)?.GetValue(told) as T;

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    sealed class Watcher<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
