using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Ilnp.Intake;
using Ilnp.Mail;
using Ilnp.Tests.Rights;

namespace Ilnp.Tests.Operations.Telemetry;

/// <summary>A cohort's run with a word in every answer, and everything that telemetry sends of it.</summary>
public sealed partial class TelemetryTests
{
    [Fact]
    public async Task GivenACohortOnTelemetry_WhenItRuns_ThenAMessageLeadsToItsMailInOneTraceAndNobodyIsNamed()
    {
        using var heard = new Listening();
        await using var cohort = await MarkedCohort.BeginAsync(heard.To);
        await cohort.UntilAsync(MarkedCohort.Calendar.Introduce.AddDays(2));
        var app = cohort.Get<IMeterFactory>();

        var mails = heard.Spans.Where(span => span.OperationName == "mail send" && Tag(span, "cohort") == MarkedCohort.Id).ToList();
        var acknowledged = mails.Select(heard.PathOf).Where(path => path[^1].DisplayName == "function ReceiveApplication").ToList();
        Assert.NotEmpty(acknowledged);
        Assert.All(acknowledged, path => Assert.Equal(
            [
                "mail send", "function AcknowledgeMessages", "activity:AcknowledgeMessages", "orchestration:IntakeRoundOrchestrator",
                "create_orchestration:IntakeRoundOrchestrator", "function ReceiveApplication",
            ],
            path.Select(span => span.DisplayName).Distinct())); // a wait for an activity and its run have one name
        var timetables = heard.Spans.Where(span => span.DisplayName == "create_orchestration:CohortOrchestrator")
            .Select(span => span.TraceId).ToHashSet();
        Assert.Contains(
            mails,
            mail => heard.PathOf(mail) is [_, { DisplayName: "function SendIntroduction" }, ..] && timetables.Contains(mail.TraceId));
        Assert.Contains(
            heard.Spans,
            span => span.DisplayName == "storage POST People" && heard.PathOf(span)[^1].DisplayName == "function ReceiveApplication");

        Assert.Empty(heard.Words().Where(words => Planted.IsMatch(words)).Distinct());
        Assert.Equal(cohort.Get<LocalMailbox>().List().Count, heard.Measure(app, "ilnp.mails")["result=sent sender=mailbox"]);
        Assert.Equal(
            (await cohort.Get<ApplicationStore>().ListAsync(MarkedCohort.Id)).Count, heard.Measure(app, "ilnp.intake").Values.Sum());
        Assert.Equal(1, heard.Measure(app, "ilnp.cohort.step")[$"cohort={MarkedCohort.Id} step=running"]);
        Assert.Equal(0, heard.Measure(app, "ilnp.orchestrations.failed")[""]);
        Assert.Contains(
            heard.Measure(app, "ilnp.decisions.open"),
            series => series.Key.StartsWith("asked=participants", StringComparison.Ordinal) && series.Value > 0);
    }

    static string? Tag(Activity span, string name) => span.GetTagItem(name) as string;

    /// <summary>Words of the answers, addresses of mail, and links with their tokens.</summary>
    [GeneratedRegex("zq[0-9]{3}x|@|/d/|/own/|https?://(?!opentelemetry.io)|RowKey|PartitionKey", RegexOptions.IgnoreCase)]
    private static partial Regex Planted { get; }
}
