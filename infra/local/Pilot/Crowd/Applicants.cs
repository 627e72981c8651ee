using System.Net;
using System.Text;
using Ilnp.Local.Pilot.Applications;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Sends the export's rows as the form provider would, each at its time.</summary>
sealed class Applicants(HttpClient http, Uri hook, string secret, Journal journal, CrowdCounts counts)
{
    /// <summary>Puts all rows on the agenda.</summary>
    public void Plan(IReadOnlyList<ApplicationRow> rows, Agenda agenda, CancellationToken cancellation)
    {
        foreach (var row in rows) agenda.Add(At(row), $"application {row.Row:d8}", () => SendAsync(row, cancellation));
    }

    /// <summary>The provider's times are whole seconds; rows of one second keep their order.</summary>
    static DateTimeOffset At(ApplicationRow row) => row.SentAt.AddMilliseconds(row.Row % 1000);

    async Task SendAsync(ApplicationRow row, CancellationToken cancellation)
    {
        var body = AppsScriptWebhook.Body(row);
        using var request = new HttpRequestMessage(HttpMethod.Post, hook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (header, value) in AppsScriptWebhook.Headers(body, At(row), secret)) request.Headers.Add(header, value);
        using var response = await http.SendAsync(request, cancellation);
        journal.Note(At(row), "apply", $"row {row.Row}", response.StatusCode.ToString());
        if (response.StatusCode == HttpStatusCode.Unauthorized || (int)response.StatusCode >= 500)
            throw new HttpRequestException($"The webhook answered {(int)response.StatusCode} to application row {row.Row}.");
        counts.Applied();
    }
}
