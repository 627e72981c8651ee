using System.Net;
using System.Text;
using Ilnp.Local.Host;
using Ilnp.Local.Running;

namespace Ilnp.Tests.Local.Host;

/// <summary>A cohort that is started with the host, while the app cannot answer as it should.</summary>
public sealed class CohortToStartTests
{
    static readonly CohortToStart Cohort = new("cohort.json", "{}", EvenIfPassed: false);

    [Fact]
    public async Task GivenStorageThatDoesNotAnswer_WhenACohortIsStarted_ThenItIsAskedForUntilItDoes()
    {
        using var app = new Answers(
            (503, "text/html", "<p>later</p>"), (503, "text/html", "<p>later</p>"), (200, "application/json", "{}"));
        using var client = new HttpClient(app) { BaseAddress = new("http://localhost") };

        await Cohort.StartAsync(client, TimeSpan.Zero, default);

        Assert.Equal(3, app.Asked);
    }

    [Theory]
    [InlineData(500, "text/html", "<p>wrong</p>", "the app answered 500")]
    [InlineData(200, "text/plain", "ok", "the app answered 200")]
    [InlineData(400, "application/json", "null", "the app answered 400")]
    [InlineData(400, "application/json", "{\"problems\": [\"id: is missing.\"]}", "id: is missing.")]
    public async Task GivenAnAnswerThatStartsNothing_WhenACohortIsStarted_ThenASentenceSaysSo(
        int status, string type, string body, string expected)
    {
        using var app = new Answers((status, type, body));
        using var client = new HttpClient(app) { BaseAddress = new("http://localhost") };

        var problem = await Assert.ThrowsAsync<LocalProblem>(() => Cohort.StartAsync(client, TimeSpan.Zero, default));

        Assert.StartsWith("cohort.json does not start a cohort:", problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    sealed class Answers(params (int Status, string Type, string Body)[] answers) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (status, type, body) = answers[Asked++];
            return Task.FromResult(
                new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) });
        }
    }
}
