using System.Text.Json;
using System.Text.RegularExpressions;
using Ilnp.Intake.Import;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Applications;
using Ilnp.Local.Running;
using Microsoft.DurableTask.Client;

namespace Ilnp.RealEngine;

/// <summary>Ways in that the pilot's crowd does not take: the key's holder, our own form, the upload.</summary>
sealed partial class ApplicationActs(Visitor visitor, PilotInput input, LocalSecrets secrets)
{
    string? import;

    /// <summary>What the page that shows the answers sends along.</summary>
    [GeneratedRegex("name=\"shown\" value=\"([^\"]+)\"")]
    private static partial Regex Mark();

    string Cohort => input.Settings.Id;

    /// <summary>By a settings file; that the form would open too is only looked at.</summary>
    public async Task StartCohortAsync(string settings, CancellationToken cancellation)
    {
        await visitor.PostAsync($"first-cohort?code={secrets.FunctionKey}", "", "application/json", cancellation);
        await visitor.PostAsync($"cohorts?code={secrets.FunctionKey}", settings, "application/json", cancellation);
    }

    /// <summary>Somebody who has applied does so again with another address, which a lead is asked about.</summary>
    public async Task ApplyAgainAsync(CancellationToken cancellation)
    {
        foreach (var page in new[] { "", "assets/site.css", $"apply/{Cohort}" }) await visitor.GetAsync(page, cancellation);
        var answers = Again(input.Rows[0]).Append(("opened", "0")).ToList();
        var shown = await visitor.PressAsync($"apply/{Cohort}", answers, cancellation);
        await visitor.PressAsync(
            $"apply/{Cohort}", [.. answers, ("shown", Mark().Match(shown).Groups[1].Value), ("step", "send")], cancellation);
    }

    /// <summary>The export of a form that has no script, with one person in it.</summary>
    public async Task ImportAsync(CancellationToken cancellation)
    {
        var answers = input.Rows[1].Answers;
        var (titles, cells) = (Line(answers.Select(cell => cell.Question)), Line(answers.Select(cell => cell.Answer)));
        var accepted = await visitor.PostAsync(
            $"cohorts/{Cohort}/applications?code={secrets.FunctionKey}", $"{titles}\n{cells}\n", "text/csv", cancellation);
        import = JsonDocument.Parse(accepted).RootElement.GetProperty("instanceId").GetString();
    }

    /// <summary>The same file once more, as imports were begun before rows were registered many at a time.</summary>
    public async Task ImportAsBeforeAsync(DurableTaskClient orchestrations, CancellationToken cancellation)
    {
        var now = await orchestrations.GetInstanceAsync(import!, getInputsAndOutputs: true, cancellation);
        var file = now!.ReadInputAs<ImportFile>()!;
        await orchestrations.ScheduleNewOrchestrationInstanceAsync(
            nameof(ImportOrchestrator), new ImportFile(file.CohortId, file.FileId, file.Rows), new($"{import}-before"), cancellation);
    }

    /// <summary>
    /// A signed message of another shape than the form's script sends now, also to the address of a round that is not here.
    /// </summary>
    public async Task SendUnreadableAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await SendAsync(Cohort, now, cancellation);
        await SendAsync($"{Cohort}-of-last-year", now, cancellation);
    }

    async Task SendAsync(string named, DateTimeOffset now, CancellationToken cancellation)
    {
        const string Body = "{\"formId\":\"another\"}";
        using var content = new StringContent(Body, System.Text.Encoding.UTF8, "application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, $"hooks/{named}/google-apps-script") { Content = content };
        foreach (var (name, value) in AppsScriptWebhook.Headers(Body, now, secrets.FormScriptOf(named))) request.Headers.Add(name, value);
        await visitor.SendAsync(request, cancellation);
    }

    /// <summary>By whoever has the key, for somebody who asked: taken along, and erased.</summary>
    public async Task EraseAsync(string address, CancellationToken cancellation)
    {
        var named = JsonSerializer.Serialize(new { email = address });
        foreach (var call in new[] { "export", "erase" })
            await visitor.PostAsync($"cohorts/{Cohort}/people/{call}?code={secrets.FunctionKey}", named, "application/json", cancellation);
        await visitor.PostAsync($"cohorts/{Cohort}/hand-over?code={secrets.FunctionKey}", "", "application/json", cancellation);
    }

    static string Line(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    static IEnumerable<(string Name, string Value)> Again(ApplicationRow row)
    {
        string Said(string question) => row.Answers.First(answer => answer.Question.StartsWith(question, StringComparison.Ordinal)).Answer;
        IEnumerable<(string, string)> Each(string field, string question) =>
            Said(question).Split(", ").Take(3).Select(answer => (field, answer));
        return
        [
            ("email", "again@elsewhere.example"), ("name", Said("Full name")), ("country", Said("Country")),
            ("timezone", Said("Time zone")),
            .. Each("languages", "Languages"), .. Each("interests", "Areas"),
            ("library", Said("What kind")), ("years", Said("Years")),
            ("internet", "yes"), ("biweekly", "yes"), ("commit", "yes"), ("waited", "no"), ("consent", "1"),
        ];
    }
}
