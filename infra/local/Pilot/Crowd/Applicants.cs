using System.Net;
using System.Text;
using Ilnp.Local.Pilot.Applications;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Sends the export's rows as the form provider would, each at its time, and again when the app asks for that.</summary>
sealed class Applicants(HttpClient http, Uri hook, string secret, Agenda agenda, Journal journal, CrowdCounts counts)
{
    static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>Puts all rows on the agenda.</summary>
    public void Plan(IReadOnlyList<ApplicationRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows) Plan(row, At(row), cancellation);
    }

    void Plan(ApplicationRow row, DateTimeOffset at, CancellationToken cancellation) =>
        agenda.Add(at, $"application {row.Row:d8}", () => SendAsync(row, at, cancellation));

    /// <summary>The provider's times are whole seconds; rows of one second keep their order.</summary>
    static DateTimeOffset At(ApplicationRow row) => row.SentAt.AddMilliseconds(row.Row % 1000);

    async Task SendAsync(ApplicationRow row, DateTimeOffset at, CancellationToken cancellation)
    {
        var body = AppsScriptWebhook.Body(row);
        using var request = new HttpRequestMessage(HttpMethod.Post, hook)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (header, value) in AppsScriptWebhook.Headers(body, at, secret)) request.Headers.Add(header, value);
        using var response = await http.SendAsync(request, cancellation);
        journal.Note(at, "apply", $"row {row.Row}", response.StatusCode.ToString());
        if (response.StatusCode is HttpStatusCode.Unauthorized
            or (>= HttpStatusCode.InternalServerError and not HttpStatusCode.ServiceUnavailable))
            throw new HttpRequestException($"The webhook answered {(int)response.StatusCode} to application row {row.Row}.");
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable) Plan(row, at + Again, cancellation);
        else counts.Applied();
    }
}
