using Ilnp.Intake.Answers;
using Ilnp.Intake.Applying;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake.Stray;

/// <summary>
/// Genuine messages for a cohort that is not here: a form that sends to last year's address, or to a misspelt one. They are kept for some
/// days, and whichever round they are meant for takes them in.
/// </summary>
public sealed class StrayMessages(
    StrayStore strays, CohortStore cohorts, IntakeProblemStore problems, IOptions<IntakeOptions> options, TimeProvider time,
    ILogger<StrayMessages> logger)
    : IDisposable
{
    /// <summary>Days for which they are kept, that of receiving among them.</summary>
    public const int KeepDays = 30;

    /// <summary>One by one, so that not more are kept than may be.</summary>
    readonly SemaphoreSlim gate = new(1);

    /// <summary>Keeps a message; cohorts that take applications now are told, once a day and form service.</summary>
    /// <param name="named">As the address named the round, untrusted.</param>
    /// <param name="meantFor">The only cohort that it can be for, by its signature; null for any.</param>
    /// <param name="provider">The form service.</param>
    /// <param name="body">As sent.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Acceptance> AcceptAsync(
        string named, string? meantFor, FormProvider provider, ReceivedBody body, CancellationToken cancellation)
    {
        var reading = provider.Read(body);
        if (reading.Ignored is { } ignored) return new(AcceptanceStatus.Ignored, Note: ignored);
        var isKept = await KeepAsync((named, meantFor), SubmissionIds.Of(provider, reading, body), provider, body, cancellation);
        Log(provider, isKept);
        await TellAsync((named, meantFor), provider, isKept, cancellation);
        return new(isKept ? AcceptanceStatus.Stray : AcceptanceStatus.UnknownCohort);
    }

    /// <summary>The name comes from outside: it is not logged as it is.</summary>
    void Log(FormProvider provider, bool isKept)
    {
        if (isKept)
            logger.LogWarning(
                "A genuine message from {Provider} named a cohort that is not here; it is kept for {Days} days", provider.Name, KeepDays);
        else
            logger.LogError(
                "A genuine message from {Provider} named a cohort that is not here; nothing was kept, since {Most} are",
                provider.Name, options.Value.MostStrayMessages);
    }

    /// <summary>Whether it is kept, now or since before. Where there are as many as may be, the oldest stay.</summary>
    async Task<bool> KeepAsync(
        (string Named, string? MeantFor) round, string id, FormProvider provider, ReceivedBody body, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            var (kept, now) = (await strays.ListAsync(provider.Name, cancellation), time.GetUtcNow());
            if (kept.Count >= options.Value.MostStrayMessages) return kept.Any(message => message.MessageId == id);
            var until = DateOnly.FromDateTime(now.UtcDateTime).AddDays(KeepDays - 1);
            await strays.TryKeepAsync(round, id, new(provider.Name, now, body, until), cancellation);
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    async Task TellAsync((string Named, string? MeantFor) round, FormProvider provider, bool isKept, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var cohort in (await cohorts.ListAsync(cancellation)).Where(cohort => ApplicationWindow.TakesApplications(cohort, now)))
            if (round.MeantFor is null || round.MeantFor == cohort.Id)
                await problems.NoteOnceAsync(Line(cohort.Id, round.Named, provider, isKept, now), cancellation);
    }

    IntakeProblem Line(string cohortId, string named, FormProvider provider, bool isKept, DateTimeOffset now) => new()
    {
        CohortId = cohortId,
        ProblemId = $"{ProblemIds.Stray}{(isKept ? "" : "full-")}{provider.Name}-{now:yyyyMMdd}",
        Provider = provider.Name,
        Words = $"A genuine message came for the round “{TextAnswer.Quote(named)}”, which is not here. " + (isKept ? Kept : Full),
        FoundAt = now,
    };

    static string Kept =>
        $"Such messages are kept for {KeepDays} days each: on the page “Questions of the forms” they can be taken into "
        + "this round, or thrown away. "
        + "If a form of this round sends there, correct the address in its settings.";

    string Full =>
        $"It was not kept, since {options.Value.MostStrayMessages} such messages are. Take them into this round, or "
        + "throw them away, on the page "
        + "“Questions of the forms”; correct the address in the form's settings, and send the answers again.";
}
