using System.Diagnostics;
using Ilnp.Operations.Telemetry;
using Ilnp.Signals;
using Microsoft.Extensions.Configuration;

namespace Ilnp.Tests.Operations.Telemetry;

public sealed class DiscreetTests
{
    [Fact]
    public void GivenASpanWithAddressesAndAnErrorsWords_WhenItEnds_ThenOnlyWhatIsKnownToNameNobodyIsLeft()
    {
        using var span = new Activity("x").Start();
        span.SetTag("url.path", "/d/secret").SetTag("http.request.header", "María")
            .SetTag(SignalTag.Template, "welcome").SetTag(SignalTag.Status, 503);
        span.SetStatus(ActivityStatusCode.Error, "No mail to maría@library.example");
        using var discreet = new DiscreetSpans();
        discreet.OnEnd(span);

        Assert.Equal(["template welcome", "status 503"], span.TagObjects.Select(tag => $"{tag.Key} {tag.Value}"));
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
    }

    [Fact]
    public void GivenASpanWithAnException_WhenItEnds_ThenItIsNotSent()
    {
        using var span = new Activity("x").Start();
        span.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        span.AddException(new InvalidOperationException("maría@library.example"));
        using var discreet = new DiscreetSpans();
        discreet.OnEnd(span);

        Assert.False(span.Recorded);
    }

    [Theory]
    [InlineData("", "", "", false)]
    [InlineData("InstrumentationKey=1", "", "", true)]
    [InlineData("", "http://localhost:4317", "", true)]
    [InlineData("", "", "true", true)]
    [InlineData("", "", "false", false)]
    public void GivenSettings_WhenRead_ThenNothingListensWithoutThem(string azure, string otlp, string console, bool any) =>
        Assert.Equal(any, TelemetryWays.Of(Settings(
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", azure), ("OTEL_EXPORTER_OTLP_ENDPOINT", otlp), ("Telemetry:Console", console))).Any);

    static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))).Build();
}
