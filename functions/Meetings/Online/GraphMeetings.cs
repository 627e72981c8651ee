using System.Globalization;
using Azure.Core;
using Azure.Identity;
using Ilnp.Mail.Senders;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Ilnp.Meetings.Online;

/// <summary>
/// Teams meetings in a mailbox's calendar by Microsoft Graph: the first sitting's entry is the meeting, the second's has its link. Nobody
/// is invited by the calendar; invitations are the programme's own mails.
/// </summary>
sealed class GraphMeetings : IOnlineMeetings, IDisposable
{
    readonly string mailbox;
    readonly HttpClient http;
    readonly GraphServiceClient client;

    public GraphMeetings(IOptions<OnlineMeetingsOptions> options, IOptions<GraphOptions> graph) :
        this(options.Value.Mailbox, graph.Value, GraphTokens.Credential(graph.Value))
    {
    }

    internal GraphMeetings(string mailbox, GraphOptions graph, TokenCredential credential)
    {
        this.mailbox = mailbox;
        http = GraphClientFactory.Create();
        client = new(http, new BaseBearerTokenAuthenticationProvider(new GraphTokens(credential, new(graph.BaseUrl))), graph.BaseUrl);
    }

    public string? Calendar => mailbox;

    public Task<OnlineMeeting> MakeAsync(MeetingToMake meeting, CancellationToken cancellation) => TryAsync(async () =>
    {
        var first = await PostAsync(meeting, 1, meeting.First, null, cancellation);
        if (!Uri.TryCreate(first.OnlineMeeting?.JoinUrl, UriKind.Absolute, out var link))
        {
            await DeleteOneAsync(first.Id!, cancellation);
            throw new OnlineMeetingFailure("The calendar makes no online meetings.");
        }

        var second = await PostAsync(meeting, 2, meeting.Second, link, cancellation);
        return new OnlineMeeting(link, $"{first.Id} {second.Id}");
    });

    public Task DeleteAsync(string entries, CancellationToken cancellation) => TryAsync(async () =>
    {
        foreach (var id in entries.Split(' ')) await DeleteOneAsync(id, cancellation);
        return true;
    });

    async Task<Event> PostAsync(
        MeetingToMake meeting, int number, DateTimeOffset begins, Uri? link, CancellationToken cancellation) =>
        (await client.Users[mailbox].Events.PostAsync(
            new()
            {
                Subject = meeting.Title,
                Start = Utc(begins),
                End = Utc(begins.AddMinutes(meeting.Minutes)),
                IsOnlineMeeting = link is null,
                OnlineMeetingProvider = link is null ? OnlineMeetingProviderType.TeamsForBusiness : null,
                Location = link is null ? null : new() { DisplayName = link.AbsoluteUri },
                TransactionId = $"{meeting.Key}-{number}",
            },
            cancellationToken: cancellation))!;

    async Task DeleteOneAsync(string id, CancellationToken cancellation)
    {
        try
        {
            await client.Users[mailbox].Events[id].DeleteAsync(cancellationToken: cancellation);
        }
        catch (ApiException e) when (e.ResponseStatusCode == 404)
        {
            return; // Somebody took it out.
        }
    }

    static DateTimeTimeZone Utc(DateTimeOffset at) =>
        new() { DateTime = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), TimeZone = "UTC" };

    static async Task<T> TryAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is ApiException or AuthenticationFailedException or HttpRequestException
            or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new OnlineMeetingFailure("The calendar did not answer as it should.", e);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }
}
