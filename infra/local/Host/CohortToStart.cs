using System.Net;
using System.Net.Http.Json;
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

    /// <exception cref="LocalProblem">There is something wrong with the settings.</exception>
    public async Task StartAsync(LocalApp app, LocalRun run, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Add("x-functions-key", run.Secrets.FunctionKey);
        using var answer = await client.PostAsync(EvenIfPassed ? $"cohorts?{CohortEndpoint.Passed}=yes" : "cohorts", new StringContent(Settings), cancellation);
        var said = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation)
            ?? throw new InvalidOperationException($"POST /cohorts answered {(int)answer.StatusCode} and nothing else.");
        if (!answer.IsSuccessStatusCode)
            throw new LocalProblem($"{File} does not start a cohort:{Lines(said["problems"])}{(answer.StatusCode == HttpStatusCode.Conflict ? Here : "")}");
        var odd = Lines(said["warnings"]) + Lines(said["ignored"]);
        if (odd.Length > 0) Console.WriteLine($"Please look at {File}:{odd}{Environment.NewLine}");
    }

    /// <summary>What the call has for days that are over is an option of the command.</summary>
    static string Here => $"{Environment.NewLine}  Here this is the option --passed.";

    static string Lines(JsonNode? list) => string.Concat((list as JsonArray ?? []).Select(line => $"{Environment.NewLine}  {line}"));
}
