using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ilnp.Local.Pilot.Applications;
using Ilnp.Local.Running;
using Ilnp.Tests.WholeCohort;

namespace Ilnp.Tests.Local.Host;

/// <summary>People who apply at a running host by the form's webhook, by their numbers.</summary>
sealed class ApplicantsOfTheHost(int port)
{
    /// <summary>For a host's environment: all of them have one address.</summary>
    public static readonly Dictionary<string, string> Crowd = new()
    {
        ["Web__PostsPerMinute"] = "1000000",
        ["Web__ServicePostsPerMinute"] = "1000000",
    };

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly LocalSecrets secrets = new(KnownKeys.Root);

    public HttpClient Client() => new() { BaseAddress = new($"http://localhost:{port}/") };

    public HttpRequestMessage Application(int number)
    {
        var body = AppsScriptWebhook.Body(new(number, TimeProvider.System.GetUtcNow(), null,
        [
            ("Email Address", Address(number)), ("Full name", $"Ada Number {number}"), ("Country", "Ghana"), ("Time zone", "Africa/Accra"),
            ("Languages you can use", "English"),
            ("Do you have access to the internet and e-mail?", "Yes"), ("Can you communicate at least once every two weeks?", "Yes"),
            ("Can you commit to the four months of the program?", "Yes"),
        ]));
        var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        var request = new HttpRequestMessage(HttpMethod.Post, "hooks/next/google-apps-script") { Content = content };
        foreach (var (header, value) in AppsScriptWebhook.Headers(body, TimeProvider.System.GetUtcNow(), secrets.FormScriptOf("next")))
            request.Headers.Add(header, value);
        return request;
    }

    /// <summary>Read, decided, and kept: its person is known.</summary>
    public async Task KnownAsync(int number)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200)); // real time: what another process does
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            using var answer = await AskAsync(number, limit.Token);
            if (answer.StatusCode == HttpStatusCode.OK) return;
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{answer.StatusCode} for application {number}");
            await look.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>What is held of somebody, by the call of whoever has the key.</summary>
    public async Task<HttpResponseMessage> AskAsync(int number, CancellationToken cancellation = default)
    {
        using var client = Client();
        client.DefaultRequestHeaders.Add("x-functions-key", secrets.FunctionKey);
        var whom = new StringContent($$"""{"email": "{{Address(number)}}"}""");
        return await client.PostAsync("cohorts/next/people/export", whom, cancellation);
    }

    static string Address(int number) => $"ada{number}@library{number}.org";
}
