using Azure.Data.Tables;
using Ilnp.Intake.Providers;
using Ilnp.Privacy;
using Ilnp.Storage;

namespace Ilnp.Intake.FormSecrets;

/// <summary>
/// Secrets that form services made: table <c>FormSecrets</c>, partition service, row cohort; and whose each is: table
/// <c>FormSecretOwners</c>, partition service, row a keyed hash of the secret.
/// </summary>
public sealed class PastedSecretStore(TableServiceClient service, SecretSeal seal) : IGoesWithCohort
{
    readonly RecordTable<PastedSecret> secrets = new(service, "FormSecrets");
    readonly RecordTable<SecretOwner> owners = new(service, "FormSecretOwners");

    /// <summary>One for each cohort at most.</summary>
    public async Task<IReadOnlyList<PastedSecret>> ListAsync(FormProvider provider, CancellationToken cancellation) =>
        [.. (await secrets.ListAsync(provider.Name, cancellation: cancellation)).Select(stored => stored.Value)];

    public async Task<PastedSecret?> FindAsync(string cohortId, FormProvider provider, CancellationToken cancellation) =>
        (await secrets.FindAsync(provider.Name, cohortId, cancellation))?.Value;

    /// <summary>Keeps it in the place of the one before. False when it is another cohort's: each needs one of its own.</summary>
    /// <param name="cohortId">Whose form it is.</param>
    /// <param name="provider">The form service.</param>
    /// <param name="secret">As pasted.</param>
    /// <param name="by">Who and when.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<bool> TryKeepAsync(
        string cohortId, FormProvider provider, string secret, (string MemberId, DateTimeOffset At) by, CancellationToken cancellation)
    {
        // Its owner first: an end before the secret is kept leaves a mark that the next try finds to be its own.
        if (!await owners.TryAddAsync(provider.Name, seal.MarkOf(secret), new(cohortId), cancellation)
            && await OwnerOfAsync(provider, secret, cancellation) != cohortId) return false;
        var hidden = seal.Seal(secret, PlaceOf(cohortId, provider));
        var kept = new PastedSecret(cohortId, provider.Name, hidden, PastedSecret.EndOf(secret), by.At, by.MemberId);
        await secrets.PutAsync(provider.Name, cohortId, kept, cancellation);
        return true;
    }

    /// <summary>The cohort that has, or had, this secret; null for none.</summary>
    public async Task<string?> OwnerOfAsync(FormProvider provider, string secret, CancellationToken cancellation) =>
        (await owners.FindAsync(provider.Name, seal.MarkOf(secret), cancellation))?.Value.CohortId;

    /// <summary>The secret itself; null when the deployment's key is not the one that sealed it.</summary>
    public string? Open(FormProvider provider, PastedSecret kept) => seal.Open(kept.Sealed, PlaceOf(kept.CohortId, provider));

    /// <inheritdoc/>
    public async Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation)
    {
        var deleted = 0;
        foreach (var provider in FormProvider.Services.Where(provider => provider.MakesItsSecret))
        {
            var all = await owners.ListAsync(provider.Name, cancellation: cancellation);
            var theirs = all.Where(stored => stored.Value.CohortId == cohortId).Take(most - deleted).Select(stored => stored.Row).ToList();
            await owners.DeleteManyAsync(provider.Name, theirs, cancellation);
            deleted += theirs.Count;
            if (deleted == most || await secrets.FindAsync(provider.Name, cohortId, cancellation) is null) continue;
            await secrets.DeleteAsync(provider.Name, cohortId, cancellation);
            deleted++;
        }

        return deleted;
    }

    static string PlaceOf(string cohortId, FormProvider provider) => $"{provider.Name}\n{cohortId}";
}
