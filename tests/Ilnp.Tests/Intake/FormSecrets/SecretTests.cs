using System.Security.Cryptography;
using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Intake.FormSecrets;

/// <summary>What secrets follow from, how they are sealed, and whose they are.</summary>
public sealed class SecretTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    static readonly byte[] Key = SHA256.HashData("a deployment"u8);
    static readonly FormProvider Typeform = FormProvider.Find("typeform")!, Formbricks = FormProvider.Find("formbricks")!;

    /// <summary>A release that made others would refuse every form until its secret is replaced.</summary>
    [Fact]
    public void GivenACohort_WhenItsSecretIsWorkedOut_ThenItIsAlwaysThisOne() =>
        Assert.Equal("RQOkzkCbSSxa1uufGkI-T0uuSjWogkX5jdPDqfX5_Qw", DerivedSecret.Of(Key, "agreed", "wave-2020", Typeform));

    [Fact]
    public void GivenAnotherCohortServiceSettingOrDeployment_WhenWorkedOut_ThenItIsAnotherSecretThatMayStandInAnAddress()
    {
        string[] all =
        [
            DerivedSecret.Of(Key, "agreed", "wave-2020", Typeform), DerivedSecret.Of(Key, "agreed", "wave-2021", Typeform),
            DerivedSecret.Of(Key, "agreed", "wave-2020", FormProvider.Find("tally")!),
            DerivedSecret.Of(Key, "agreed again", "wave-2020", Typeform),
            DerivedSecret.Of(SHA256.HashData("another"u8), "agreed", "wave-2020", Typeform),
        ];

        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, secret => Assert.Matches("^[A-Za-z0-9_-]{43}$", secret));
        Assert.Equal(
            DerivedSecret.Of(Key, "agreed", "wave-2020", FormProvider.Find("google-forms")!),
            DerivedSecret.Of(Key, "agreed", "wave-2020", FormProvider.Find("google-apps-script")!));
    }

    [Fact]
    public void GivenASealedSecret_WhenOpened_ThenOnlyTheSameKeyAtTheSamePlaceReadsItUnchanged()
    {
        var seal = SealOf(Key);
        var (one, again) = (seal.Seal("whsec_secret", "here"), seal.Seal("whsec_secret", "here"));
        var changed = Convert.FromBase64String(one);
        changed[^1] ^= 1;

        Assert.Equal(("whsec_secret", "whsec_secret"), (seal.Open(one, "here"), seal.Open(again, "here")));
        Assert.NotEqual(one, again);
        Assert.DoesNotContain("secret", one, StringComparison.Ordinal);
        Assert.Null(seal.Open(one, "there"));
        Assert.Null(SealOf(SHA256.HashData("another"u8)).Open(one, "here"));
        Assert.Null(seal.Open(Convert.ToBase64String(changed), "here"));
        Assert.NotEqual(seal.MarkOf("whsec_secret"), SealOf(SHA256.HashData("another"u8)).MarkOf("whsec_secret"));
    }

    [Theory]
    [InlineData("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", true)]
    [InlineData("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", false)]
    [InlineData("whsec_MDEy", false)]
    [InlineData("whsec_", false)]
    [InlineData("whsec_not base64 at all, however long it may be", false)]
    [InlineData("", false)]
    public void GivenWhatSomebodyPastes_WhenLookedAt_ThenOnlyASigningSecretIsOne(string text, bool isOne) =>
        Assert.Equal(isOne, PastedSecret.IsOne(text));

    [Fact]
    public async Task GivenASecretOfOneCohort_WhenAnotherPastesItTooAtOnce_ThenOneHasItAndNothingReadableIsStored()
    {
        var (store, secret, by) = (StoreOf(Key), New(), ("lead", DateTimeOffset.UnixEpoch));
        var cohorts = Enumerable.Range(0, 6).Select(_ => $"c{Guid.NewGuid():N}"[..20]).ToList();

        var kept = await Task.WhenAll(cohorts.Select(cohort => store.TryKeepAsync(cohort, Formbricks, secret, by, default)));
        var owner = cohorts[Array.IndexOf(kept, true)];

        Assert.Single(kept, one => one);
        Assert.Equal(owner, await store.OwnerOfAsync(Formbricks, secret, default));
        Assert.True(await store.TryKeepAsync(owner, Formbricks, secret, by, default));
        var own = (await store.FindAsync(owner, Formbricks, default))!;
        Assert.Equal((secret, secret[^4..]), (store.Open(Formbricks, own), own.EndsIn));
        Assert.DoesNotContain(secret, own.ToString(), StringComparison.Ordinal);
        Assert.Null(StoreOf(SHA256.HashData("another"u8)).Open(Formbricks, own));
        foreach (var other in cohorts.Where(cohort => cohort != owner)) Assert.Null(await store.FindAsync(other, Formbricks, default));
    }

    [Fact]
    public async Task GivenACohortWhoseTimeIsOver_WhenItIsForgotten_ThenItsSecretsGoFewAtATimeAndNoOthers()
    {
        var (store, cohort, other, last) = (StoreOf(Key), $"c{Guid.NewGuid():N}"[..20], $"c{Guid.NewGuid():N}"[..20], New());
        foreach (var secret in new[] { New(), New(), last })
            await store.TryKeepAsync(cohort, Formbricks, secret, ("lead", default), default);
        await store.TryKeepAsync(other, Formbricks, New(), ("lead", default), default);

        var gone = new List<int>();
        for (var night = 0; night < 3; night++) gone.Add(await store.ForgetAsync(cohort, 2, default));

        Assert.Equal([2, 2, 0], gone);
        Assert.Null(await store.FindAsync(cohort, Formbricks, default));
        Assert.Null(await store.OwnerOfAsync(Formbricks, last, default));
        Assert.NotNull(await store.FindAsync(other, Formbricks, default));
    }

    PastedSecretStore StoreOf(byte[] key) => new(azurite.Tables, SealOf(key));

    static SecretSeal SealOf(byte[] key) => new(Options.Create(new IdentityOptions { IdentityKey = Convert.ToBase64String(key) }));

    static string New() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
