using System.Net;
using System.Text;

namespace Ilnp.RealEngine;

/// <summary>A browser with a session: every answer must be one that a person can go on from.</summary>
sealed class Visitor(HttpClient http)
{
    string? session;

    public Task<string> GetAsync(string path, CancellationToken cancellation) => SendAsync(new(HttpMethod.Get, path), cancellation);

    /// <summary>To an address at which there is nothing.</summary>
    public async Task GetLostAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (session is not null) request.Headers.Add("Cookie", session);
        using var answer = await http.SendAsync(request, cancellation);
        if (answer.StatusCode != HttpStatusCode.NotFound)
            throw new HttpRequestException($"{path}, where there is nothing, was answered {(int)answer.StatusCode}.");
    }

    /// <summary>Presses the button of a form.</summary>
    public Task<string> PressAsync(string path, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellation)
    {
        var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return SendAsync(new(HttpMethod.Post, path) { Content = content }, cancellation);
    }

    public Task<string> PostAsync(string path, string body, string type, CancellationToken cancellation) =>
        SendAsync(new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) }, cancellation);

    /// <summary>The answer's body.</summary>
    /// <exception cref="HttpRequestException">It is an error.</exception>
    public async Task<string> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        (await AskAsync(request, cancellation)).Body;

    /// <summary>Where the answer leads on to.</summary>
    /// <exception cref="HttpRequestException">It leads nowhere.</exception>
    public async Task<string> FollowAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        (await AskAsync(request, cancellation)).Onward?.TrimStart('/')
            ?? throw new HttpRequestException($"{request.RequestUri} does not lead on.");

    async Task<(string Body, string? Onward)> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            if (session is not null) request.Headers.Add("Cookie", session);
            using var answer = await http.SendAsync(request, cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            if (answer.StatusCode != HttpStatusCode.SeeOther && !answer.IsSuccessStatusCode)
                throw new HttpRequestException($"{request.Method} {request.RequestUri} was answered {(int)answer.StatusCode}: {body}");
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies)) session = cookies.First().Split(';')[0];
            return (body, answer.Headers.Location?.OriginalString);
        }
    }
}
