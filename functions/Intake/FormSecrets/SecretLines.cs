using Ilnp.Intake.Providers;

namespace Ilnp.Intake.FormSecrets;

/// <summary>
/// What the committee should know of the secrets that its forms sign with: a line a day and form service, however many messages come.
/// </summary>
public sealed class SecretLines(ProblemNotes notes, TimeProvider time)
{
    /// <summary>Days after which a line says nothing of today any more.</summary>
    public const int RecentDays = 7;

    const string Where = "The page “Questions of the forms” has it.";

    /// <summary>It was taken in.</summary>
    public Task FormerAsync(string cohortId, FormProvider provider, CancellationToken cancellation) => NoteAsync(
        cohortId, "former", provider,
        "The form signs with the secret that all rounds shared. Its answers are taken in only as long as no other "
        + "round takes applications: "
        + $"give the form this round's own secret before another one begins. {Where}",
        cancellation);

    /// <summary>It was refused.</summary>
    public Task RefusedAsync(string cohortId, FormProvider provider, CancellationToken cancellation) => NoteAsync(
        cohortId, "refused", provider,
        "The form's answers are refused: they are signed with a former secret, and could be meant for another round. Give "
        + "the form this round's own "
        + $"secret now, and send the answers again, or import them as a file. {Where}",
        cancellation);

    /// <summary>It came to another cohort's address, with this one's signature.</summary>
    public Task ElsewhereAsync(string cohortId, FormProvider provider, CancellationToken cancellation) => NoteAsync(
        cohortId, "elsewhere", provider,
        "A message with this round's signature came to another round's address, and was refused. If this round's form "
        + "sends there, correct the "
        + $"address in its settings, and send the answers again. {Where}",
        cancellation);

    /// <summary>Those of the last days that nobody has put aside, one of a kind, the latest first.</summary>
    public IReadOnlyList<IntakeProblem> Recent(IEnumerable<IntakeProblem> problems) =>
    [
        .. problems.Where(line => line.IsOpen && line.ProblemId.StartsWith(ProblemIds.Secret, StringComparison.Ordinal))
            .Where(line => line.FoundAt > time.GetUtcNow().AddDays(-RecentDays))
            .OrderByDescending(line => line.FoundAt).DistinctBy(line => (line.Provider, line.Words)),
    ];

    Task NoteAsync(string cohortId, string kind, FormProvider provider, string words, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return notes.NoteOfFormAsync(
            new()
            {
                CohortId = cohortId,
                ProblemId = $"{ProblemIds.Secret}{kind}-{provider.Name}-{now:yyyyMMdd}",
                Provider = provider.Name,
                Words = words,
                FoundAt = now,
            },
            cancellation);
    }
}
