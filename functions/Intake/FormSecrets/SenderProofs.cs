using Ilnp.Intake.Applying;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake.FormSecrets;

/// <summary>
/// Asks of each message whether its signature covers the cohort that its address names. What is signed for another cohort is refused
/// here, and that cohort's committee is told; where the address names no cohort that is here, the message is for the one that signed.
/// </summary>
public sealed class SenderProofs(
    CohortSecrets secrets, FormerSecrets former, CohortStore cohorts, SecretLines lines, IOptions<IntakeOptions> options, TimeProvider time,
    ILogger<SenderProofs> logger)
{
    /// <summary>Anybody can make us look for other cohorts: not each time anew.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    /// <summary>Replaced as a whole, since many ask at once.</summary>
    volatile ListedCohorts? known;

    /// <param name="named">The cohort of the address, untrusted.</param>
    /// <param name="provider">The form service.</param>
    /// <param name="message">As it came.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Proof> JudgeAsync(string named, FormProvider provider, UnprovenMessage message, CancellationToken cancellation)
    {
        // Whatever the secret is: without a signature nothing is asked of storage.
        if (Check(provider, message, "none") == SignatureVerdict.Missing) return Refuse(provider, SignatureVerdict.Missing);
        var secretOf = await secrets.OfAsync(provider, cancellation);
        var verdict = Check(provider, message, secretOf(named));
        if (verdict == SignatureVerdict.Genuine) return Proof.Own;
        if (verdict == SignatureVerdict.OutOfTime) return Refuse(provider, verdict);
        if (options.Value.SecretOf(provider) is { } shared
            && Check(provider, message, shared) is var byShared and not SignatureVerdict.Wrong)
            return byShared == SignatureVerdict.Genuine
                ? await former.JudgeAsync(named, provider, shared, secretOf(named) is not null, message.Body, cancellation)
                : Refuse(provider, byShared);
        return await ElsewhereAsync(named, provider, IsSignedFor, cancellation) ?? Refuse(provider, verdict);

        bool IsSignedFor(string cohortId) => Check(provider, message, secretOf(cohortId)) == SignatureVerdict.Genuine;
    }

    SignatureVerdict Check(FormProvider provider, UnprovenMessage message, string? secret)
    {
        if (provider.Verify is not { } verify || secret is null) return SignatureVerdict.Missing;
        var tolerance = TimeSpan.FromMinutes(options.Value.SignatureToleranceMinutes);
        return verify(new(message.Header, message.Body.Bytes, message.AddressSecret, secret, time.GetUtcNow(), tolerance));
    }

    /// <summary>Signed for another cohort that takes applications; null when it is not.</summary>
    async Task<Proof?> ElsewhereAsync(string named, FormProvider provider, Func<string, bool> isSignedFor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (known is not { } list || (now - list.At).Duration() >= Fresh) known = list = new(now, await cohorts.ListAsync(cancellation));
        var taking = list.Cohorts.Where(one => one.Id != named && ApplicationWindow.TakesApplications(one, now));
        var signer = taking.FirstOrDefault(one => isSignedFor(one.Id));
        if (signer is null) return null;
        if (await cohorts.FindAsync(named, cancellation) is null) return new(true, MeantFor: signer.Id);
        logger.LogWarning(
            "A message from {Provider} was refused: it is signed with the secret of another cohort than its address names", provider.Name);
        await lines.ElsewhereAsync(signer.Id, provider, cancellation);
        return new(
            false,
            "This message is signed with the secret of another round than its address names. "
            + "Correct the address, or the secret, in the form's settings.");
    }

    Proof Refuse(FormProvider provider, SignatureVerdict verdict)
    {
        logger.LogWarning("A message from {Provider} was refused: its signature is {Verdict}", provider.Name, verdict);
        return Proof.None;
    }

    sealed record ListedCohorts(DateTimeOffset At, IReadOnlyList<CohortSettings> Cohorts);
}
