using Microsoft.Extensions.Configuration;

namespace FunctionsHost.Tests.Settings;

public sealed class HostJsonTests
{
    static readonly IConfiguration Settings = new ConfigurationBuilder().AddInMemoryCollection([new("Hub", "FromSetting")]).Build();

    [Theory]
    [InlineData("""{"version":"2.0"}""", "api", "TestHubName")]
    [InlineData("""{"version":"2.0","extensions":{"http":{"routePrefix":"v1/x"}}}""", "v1/x", "TestHubName")]
    [InlineData("""{"version":"2.0","extensions":{"Http":{"RoutePrefix":""},"queues":{"anything":1}}}""", "", "TestHubName")]
    [InlineData("""{"version":"2.0","extensions":{"durableTask":{"hubName":"%Hub%"}}}""", "api", "FromSetting")]
    [InlineData("""{ /* why */ "version":"2.0", }""", "api", "TestHubName")]
    public void GivenASoundFile_WhenItIsRead_ThenItsSettingsHold(string text, string prefix, string hub)
    {
        var errors = new StartErrors();

        var read = HostJsonReader.Read(text, Settings, errors);

        Assert.False(errors.Any);
        Assert.Equal((prefix, hub), (read.RoutePrefix, read.HubName));
    }

    [Theory]
    [InlineData("""{"version":"2.0""", "not valid JSON")]
    [InlineData("""[]""", "must be an object")]
    [InlineData("""{}""", "version must be")]
    [InlineData("""{"version":"1.0"}""", "version must be")]
    [InlineData("""{"version":"2.0","extension":{}}""", "host.json: extension is no setting")]
    [InlineData("""{"version":"2.0","extensions":{"https":{}}}""", "extensions.https is no setting")]
    [InlineData("""{"version":"2.0","extensions":{"http":{"prefix":""}}}""", "extensions.http.prefix is no setting")]
    [InlineData("""{"version":"2.0","extensions":{"http":{"routePrefix":1}}}""", "extensions.http.routePrefix must be a text")]
    [InlineData("""{"version":"2.0","extensions":{"http":{"routePrefix":"/api"}}}""", "without slashes")]
    [InlineData("""{"version":"2.0","extensions":{"http":[]}}""", "extensions.http must be an object")]
    [InlineData("""{"version":"2.0","extensions":{"durableTask":{"hubName":"1x"}}}""", "3 to 45 letters and digits")]
    [InlineData("""{"version":"2.0","extensions":{"durableTask":{"hubName":"%None%"}}}""", "refers to the setting None")]
    [InlineData("""{"version":"2.0","extensions":{"durableTask":{"maxConcurrentActivityFunctions":0}}}""", "a whole number above zero")]
    [InlineData("""{"version":"2.0","logging":{"logLevel":{"default":"Loud"}}}""", "logging.logLevel.default is \"Loud\"")]
    public void GivenAMistake_WhenTheFileIsRead_ThenTheErrorNamesIt(string text, string expected)
    {
        var errors = new StartErrors();

        HostJsonReader.Read(text, Settings, errors);

        Assert.Contains(expected, Assert.Throws<FunctionsHostStartException>(errors.ThrowIfAny).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":"2.0","functions":"A"}""", "functions must be a list of texts")]
    [InlineData("""{"version":"2.0","functions":[1]}""", "functions must be a list of texts")]
    [InlineData("""{"version":"2.0","functionTimeout":"5 minutes"}""", "functionTimeout is \"5 minutes\"; write it as 00:05:00")]
    [InlineData(
        """{"version":"2.0","extensions":{"http":{"maxConcurrentRequests":0}}}""",
        "maxConcurrentRequests must be a whole number above zero, or -1")]
    [InlineData(
        """{"version":"2.0","extensions":{"http":{"maxOutstandingRequests":true}}}""",
        "maxOutstandingRequests must be a whole number above zero, or -1")]
    [InlineData(
        """{"version":"2.0","extensions":{"http":{"dynamicThrottlesEnabled":"yes"}}}""", "dynamicThrottlesEnabled must be true or false")]
    [InlineData("""{"version":"2.0","extensions":{"http":{"hsts":{"enabled":true}}}}""", "extensions.http.hsts.enabled is no setting")]
    [InlineData(
        """{"version":"2.0","extensions":{"durableTask":{"httpSettings":{"useForwardedHosts":true}}}}""",
        "httpSettings.useForwardedHosts is no setting")]
    [InlineData(
        """{"version":"2.0","extensions":{"durableTask":{"overridableExistingInstanceStates":"All"}}}""",
        "it takes NonRunningStates or AnyState")]
    public void GivenAWrongValue_WhenTheFileIsRead_ThenTheErrorSaysWhatItTakes(string text, string expected) =>
        GivenAMistake_WhenTheFileIsRead_ThenTheErrorNamesIt(text, expected);

    [Fact]
    public void GivenAllThatThisHostReads_WhenTheFileIsRead_ThenItHolds()
    {
        var errors = new StartErrors();

        var read = HostJsonReader.Read(
            """
            {"version":"2.0","functionTimeout":"00:10:00","functions":["A","b"],"extensions":{
              "http":{"maxConcurrentRequests":"3","maxOutstandingRequests":-1,"dynamicThrottlesEnabled":true,"hsts":{"isEnabled":true,"maxAge":"10"},"customHeaders":{"X":"y"}},
              "durableTask":{"hubName":"Own","overridableExistingInstanceStates":"AnyState","httpSettings":{"useForwardedHost":true},"maxConcurrentActivityFunctions":5,"defaultVersion":"1.2"}}}
            """,
            Settings,
            errors);

        Assert.False(errors.Any);
        Assert.Equal(
            (3, null, true, true, 5, "1.2"),
            (
                read.MaxConcurrentRequests, read.MaxOutstandingRequests, read.ReplacesUnfinished,
                read.UseForwardedHost, read.Engine.MaxConcurrentActivities, read.DefaultVersion));
        Assert.Equal(["A", "b"], read.Functions);
        Assert.Equal("y", read.CustomHeaders["X"]);
    }
}
