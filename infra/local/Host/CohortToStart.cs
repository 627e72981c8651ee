using System.Net;
using System.Net.Http.Json;
using System.Net.Mime;
using System.Text.Json.Nodes;
using Ilnp.Cohort;
using Ilnp.Local.Running;

namespace Ilnp.Local.Host;

/// <summary>A cohort that is started with the host, by the call that anybody with the key makes.</summary>
/// <param name="File">Where its settings are.</param>
/// <param name="Settings">What they say.</param>
/// <param name="EvenIfPassed">Also when days in it are over.</param>
sealed record CohortToStart(string File, string Settings, bool EvenIfPassed)
{
    /// <summary>Null without a file.</summary>
    /// <exception cref="LocalProblem">It cannot be read.</exception>
    public static CohortToStart? Read(FileInfo? file, bool evenIfPassed) =>
        file is null ? null : new(file.FullName, GivenFile.ReadText(file.FullName, "The settings", "--cohort"), evenIfPassed);

    static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    /// <exception cref="LocalProblem">There is something wrong with the settings.</exception>
    public async Task StartAsync(LocalApp app, LocalRun run, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Add("x-functions-key", run.Secrets.FunctionKey);
        await StartAsync(client, Again, cancellation);
    }

    /// <param name="client">Calls the app, with the key.</param>
    /// <param name="again">Between two calls while storage does not answer.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="LocalProblem">There is something wrong with the settings, or with the app.</exception>
    internal async Task StartAsync(HttpClient client, TimeSpan again, CancellationToken cancellation)
    {
        using var answer = await AnswerAsync(client, again, cancellation);
        if (answer.Content.Headers.ContentType?.MediaType != MediaTypeNames.Application.Json
            || await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation) is not { } said)
            throw new LocalProblem(
                $"{File} does not start a cohort: the app answered {(int)answer.StatusCode}, and did not say why. Everything is "
                    + "kept; start again to go on.");
        if (!answer.IsSuccessStatusCode)
            throw new LocalProblem(
                $"{File} does not start a cohort:{Lines(said["problems"])}{(answer.StatusCode == HttpStatusCode.Conflict ? Here : "")}");
        var odd = Lines(said["warnings"]) + Lines(said["ignored"]);
        if (odd.Length > 0) Console.WriteLine($"Please look at {File}:{odd}{Environment.NewLine}");
    }

    /// <summary>
    /// Storage that does not answer for now is waited for, as everything else does; the same call twice starts one cohort.
    /// </summary>
    async Task<HttpResponseMessage> AnswerAsync(HttpClient client, TimeSpan again, CancellationToken cancellation)
    {
        for (var isTold = false; ; isTold = true)
        {
            var answer = await client.PostAsync(
                EvenIfPassed ? $"cohorts?{CohortEndpoint.Passed}=yes" : "cohorts", new StringContent(Settings), cancellation);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable) return answer;
            answer.Dispose();
            if (!isTold) Console.WriteLine($"Storage does not answer. The cohort of {File} is started as soon as it does.");
            await Task.Delay(again, cancellation); // real time: another process comes back
        }
    }

    /// <summary>What the call has for days that are over is an option of the command.</summary>
    static string Here => $"{Environment.NewLine}  Here this is the option --passed.";

    static string Lines(JsonNode? list) => string.Concat((list as JsonArray ?? []).Select(line => $"{Environment.NewLine}  {line}"));
}
