using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.SendMail;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace Ilnp.Mail.Senders;

/// <summary>
/// Sends from the committee's mailbox with Graph's <c>sendMail</c>, as MIME: its JSON form takes no header of ours that does
/// not begin with X-. The client's own retries are off, because they repeat after a 504, which may have sent.
/// </summary>
public sealed class GraphSender : IMailSender, IDisposable
{
    static readonly TimeSpan UnnamedWait = TimeSpan.FromSeconds(30);

    readonly GraphOptions settings;
    readonly TimeProvider time;
    readonly HttpClient http;
    readonly GraphServiceClient client;
    readonly SendPace pace;

    public GraphSender(IOptions<GraphOptions> options, TimeProvider time) : this(options, time, GraphTokens.Credential(options.Value))
    {
    }

    internal GraphSender(IOptions<GraphOptions> options, TimeProvider time, TokenCredential credential)
    {
        (settings, this.time) = (options.Value, time);
        http = GraphClientFactory.Create(GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not RetryHandler));
        var tokens = new GraphTokens(credential, new(settings.BaseUrl));
        client = new(http, new BaseBearerTokenAuthenticationProvider(tokens), settings.BaseUrl);
        pace = new(settings.PerMinute, settings.Concurrent, time);
    }

    public string Name => MailSenders.Graph;

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var turn = await pace.EnterAsync(
            TimeSpan.FromSeconds(settings.PatienceSeconds), mail.Stream == MailStream.Essential, cancellation);
        if (turn is null) return new SendResult.TryLater("paced");
        try
        {
            await client.RequestAdapter.SendNoContentAsync(await RequestAsync(mail, cancellation), Errors, cancellation);
            return new SendResult.Accepted(mail.MessageId);
        }
        catch (ApiException e)
        {
            if (e.ResponseStatusCode is 429 or 503) pace.HoldUntil(time.GetUtcNow() + RetryAfter(e));
            return HttpAnswers.Of(e.ResponseStatusCode);
        }
        catch (AuthenticationFailedException)
        {
            return new SendResult.TryLater("graph-sign-in");
        }
        catch (HttpRequestException e)
        {
            return HttpAnswers.Of(e);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendResult.Unclear("timeout");
        }
    }

    /// <summary>Looking into the sent folder would need the permission to read the mailbox; the app has only the one to send.</summary>
    public Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    async Task<RequestInformation> RequestAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var mime = new MemoryStream();
        await MimeMail.Build(mail).WriteToAsync(mime, cancellation);
        var request = client.Users[settings.Mailbox].SendMail.ToPostRequestInformation(new SendMailPostRequestBody());
        request.Headers.Remove("Content-Type"); // the JSON body's, which would stay
        request.SetStreamContent(new MemoryStream(Encoding.ASCII.GetBytes(Convert.ToBase64String(mime.ToArray()))), "text/plain");
        return request;
    }

    TimeSpan RetryAfter(ApiException e)
    {
        var value = e.ResponseHeaders?.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value
            ?.FirstOrDefault();
        if (int.TryParse(value, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var moment) ? moment - time.GetUtcNow() : UnnamedWait;
    }

    static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new()
    {
        ["XXX"] = ODataError.CreateFromDiscriminatorValue,
    };

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
        pace.Dispose();
    }
}
