using Ilnp.Intake.Applying;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Microsoft.Extensions.Logging;

namespace Ilnp.Intake.FormSecrets;

/// <summary>
/// The secret that all cohorts of a deployment shared once: forms that still sign with it go on, as long as it cannot be mistaken which
/// cohort they mean. Each message with it is told of, so that it is replaced before another cohort begins.
/// </summary>
public sealed class FormerSecrets(
    CohortStore cohorts, ApplicationStore applications, PastedSecretStore pasted, SecretLines lines, TimeProvider time,
    ILogger<FormerSecrets> logger)
{
    const string Shared = "the secret that all rounds shared";

    const string HowToReplace =
        "Give the form its round's own secret, which the committee finds on the page “Questions of the forms”, and send the answers again.";

    /// <summary>Of a message whose signature with it is right.</summary>
    /// <param name="named">The cohort of the address, untrusted.</param>
    /// <param name="provider">The form service.</param>
    /// <param name="secret">The shared one.</param>
    /// <param name="hasOwn">Whether the cohort has a secret of its own that the form could sign with.</param>
    /// <param name="body">As sent.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Proof> JudgeAsync(
        string named, FormProvider provider, string secret, bool hasOwn, ReceivedBody body, CancellationToken cancellation)
    {
        var all = await cohorts.ListAsync(cancellation);
        var (isHere, others) = (all.Any(one => one.Id == named), all.Where(one => one.Id != named).ToList());
        var taking = others.Where(one => ApplicationWindow.TakesApplications(one, time.GetUtcNow())).ToList();
        if (taking.Count > (isHere ? 0 : 1))
            return await RefuseAsync(isHere ? named : null, provider, $"{Shared}, and more rounds than one could be meant", cancellation);
        if (await IsOfAnotherAsync(named, provider, secret, others, body, cancellation))
            return await RefuseAsync(null, provider, $"{Shared}, and it is another round's", cancellation);
        // The committee has said which secret it is: the former one is nobody's any more.
        if (provider.MakesItsSecret && hasOwn) return await RefuseAsync(named, provider, "a secret that was replaced", cancellation);
        logger.LogWarning(
            "A message from {Provider} is signed with the secret that all cohorts share: it has to be replaced by its cohort's own",
            provider.Name);
        if (isHere) await lines.FormerAsync(named, provider, cancellation);
        return new(true, MeantFor: isHere ? null : taking.FirstOrDefault()?.Id);
    }

    /// <summary>Its service made it for another cohort, or that cohort has had this very message.</summary>
    async Task<bool> IsOfAnotherAsync(
        string named, FormProvider provider, string secret,
        IEnumerable<CohortSettings> others, ReceivedBody body, CancellationToken cancellation)
    {
        if (provider.MakesItsSecret && await pasted.OwnerOfAsync(provider, secret, cancellation) is { } owner && owner != named)
            return true;
        var id = SubmissionIds.Of(provider, provider.Read(body), body);
        foreach (var other in others)
            if (await applications.FindAsync(other.Id, id, cancellation) is not null) return true;
        return false;
    }

    async Task<Proof> RefuseAsync(string? cohortId, FormProvider provider, string signedWith, CancellationToken cancellation)
    {
        logger.LogWarning("A message from {Provider} was refused: it is signed with {Secret}", provider.Name, signedWith);
        if (cohortId is not null) await lines.RefusedAsync(cohortId, provider, cancellation);
        return new(false, $"This message is signed with {signedWith}. {HowToReplace}");
    }
}
