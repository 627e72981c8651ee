using System.Net;
using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Stray;
using Ilnp.Programme;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Intake.FormSecrets;

/// <summary>
/// A signature covers the cohort that it is for, whatever service signs: by its own secret, and by the one that all shared once.
/// </summary>
public sealed class CoveredCohortTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    static int lastYear = 2150;

    public static TheoryData<string> Services => [.. FormSigner.Services];

    [Theory, MemberData(nameof(Services))]
    public async Task GivenAMessageForOneCohort_WhenItIsSentToAnotherToo_ThenThatRefusesItAndTheFirstStillKnowsIt(string service)
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var (own, other) = (host.Cohort.Id, (await host.AddCohortAsync()).Id);
        var (message, secret) = (MessageOf(service), IntakeHost.SecretOf(service, own));

        var first = await PostAsync(host, service, message, own, secret);
        await host.CompletedAsync();
        var replayed = await PostAsync(host, service, message, other, secret);
        var again = await PostAsync(host, service, message, own, secret);

        Assert.Equal(
            [HttpStatusCode.Accepted, HttpStatusCode.Unauthorized, HttpStatusCode.Accepted],
            [first.StatusCode, replayed.StatusCode, again.StatusCode]);
        Assert.Contains(
            "another round than its address names. Correct", await replayed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("received before", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await host.Get<ApplicationStore>().ListAsync(own));
        Assert.Empty(await host.Get<ApplicationStore>().ListAsync(other));
        Assert.Empty(await host.Get<IntakeProblemStore>().ListAsync(other));
        var told = Assert.Single(await SecretLinesAsync(host, own)).Words;
        Assert.Contains("came to another round's address, and was refused", told, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Logs, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Services))]
    public async Task GivenTheSecretThatAllShared_WhenMoreCohortsTakeApplications_ThenItIsRefusedWithWhatToDo(string service)
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.AddCohortAsync();

        var answer = await PostAsync(host, service, MessageOf(service), host.Cohort.Id, Shared(service));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Give the form its round's own secret", Plain(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Empty(await host.CompletedAsync());
        Assert.Contains("answers are refused", Assert.Single(await SecretLinesAsync(host, host.Cohort.Id)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Logs, line => line.Contains(Shared(service), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("typeform")]
    [InlineData("tally")]
    [InlineData("google-apps-script")]
    [InlineData("jotform")]
    [InlineData("microsoft-forms")]
    public async Task GivenTheSecretThatAllShared_WhenOneCohortAloneTakesApplications_ThenItIsTakenInAndToldOfUntilAnotherBegins(
        string service)
    {
        var year = FreeYear();
        await using var host = await IntakeHost.StartAsync(azurite, year);
        host.Clock.Now = new(year, 3, 6, 11, 0, 0, TimeSpan.Zero);
        var (cohort, message) = (host.Cohort.Id, MessageOf(service));

        var accepted = await PostAsync(host, service, message, cohort, Shared(service));
        await host.CompletedAsync();
        var lines = await SecretLinesAsync(host, cohort);
        await host.AddCohortAsync(year);
        var refused = await PostAsync(host, service, message, cohort, Shared(service));
        var own = await PostAsync(host, service, message, cohort, IntakeHost.SecretOf(service, cohort));

        Assert.Equal(
            [HttpStatusCode.Accepted, HttpStatusCode.Unauthorized, HttpStatusCode.Accepted],
            [accepted.StatusCode, refused.StatusCode, own.StatusCode]);
        Assert.Contains(
            "give the form this round's own secret before another one begins", Assert.Single(lines).Words, StringComparison.Ordinal);
        Assert.Contains(host.Logs, line => line.Contains("it has to be replaced by its cohort's own", StringComparison.Ordinal));
        Assert.Single(await host.Get<ApplicationStore>().ListAsync(cohort));
    }

    [Theory]
    [InlineData("typeform")]
    [InlineData("tally")]
    [InlineData("jotform")]
    [InlineData("microsoft-forms")]
    public async Task GivenAMessageOfLastYearWithTheSharedSecret_WhenItIsSentToThisYears_ThenItIsRefused(string service)
    {
        var year = FreeYear();
        await using var host = await IntakeHost.StartAsync(azurite, year);
        host.Clock.Now = new(year, 3, 6, 11, 0, 0, TimeSpan.Zero);
        var message = MessageOf(service);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(host, service, message, host.Cohort.Id, Shared(service))).StatusCode);
        await host.CompletedAsync();
        host.Clock.Now = new(year, 10, 6, 11, 0, 0, TimeSpan.Zero);
        var next = await host.AddCohortAsync(year, 10);

        var replayed = await PostAsync(host, service, message, next.Id, Shared(service));
        var stray = await PostAsync(host, service, message, $"not-here-{Guid.NewGuid():N}", Shared(service));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (replayed.StatusCode, stray.StatusCode));
        Assert.Contains("another round's", Plain(await replayed.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Empty(await host.Get<ApplicationStore>().ListAsync(next.Id));
    }

    [Fact]
    public async Task GivenASharedSecretThatFormbricksMade_WhenACohortPastesIt_ThenItIsThatCohortsAndNobodyElses()
    {
        var year = FreeYear();
        await using var host = await IntakeHost.StartAsync(azurite, year);
        host.Clock.Now = new(year, 3, 6, 11, 0, 0, TimeSpan.Zero);
        var (store, formbricks, message) = (host.Get<PastedSecretStore>(), FormProvider.Find("formbricks")!, MessageOf("formbricks"));

        var replaced = await PostAsync(host, "formbricks", message, host.Cohort.Id, IntakeHost.FormbricksSecret);
        host.Clock.Now = new(year + 1, 3, 6, 11, 0, 0, TimeSpan.Zero);
        var bare = Samples.Cohort($"c{Guid.NewGuid():N}"[..20], year + 1);
        await host.Get<CohortStore>().TryAddAsync(bare);
        var before = await PostAsync(host, "formbricks", message, bare.Id, IntakeHost.FormbricksSecret);
        var owner = $"c{Guid.NewGuid():N}"[..20];
        var isKept = await store.TryKeepAsync(owner, formbricks, IntakeHost.FormbricksSecret, ("lead", host.Clock.Now), default);
        var after = await PostAsync(host, "formbricks", MessageOf("formbricks"), bare.Id, IntakeHost.FormbricksSecret);
        var mine = await PostAsync(host, "formbricks", MessageOf("formbricks"), owner, IntakeHost.FormbricksSecret);
        await store.ForgetAsync(owner, 100, default);

        Assert.True(isKept);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Accepted), (replaced.StatusCode, before.StatusCode));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Accepted), (after.StatusCode, mine.StatusCode));
    }

    [Fact]
    public async Task GivenACohortsMessageForANameThatIsNotHere_WhenPosted_ThenOnlyThatCohortMayTakeItIn()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var (own, other, named) = (host.Cohort.Id, (await host.AddCohortAsync()).Id, $"misspelt-{Guid.NewGuid():N}");
        var (message, strays) = (MessageOf("tally"), host.Get<StrayStore>());

        var answer = await PostAsync(host, "tally", message, named, IntakeHost.SecretOf("tally", own));
        var kept = Assert.Single(await strays.ListAsync("tally", default), one => one.Named == named);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal((own, true, false), (kept.MeantFor, kept.IsOpenTo(own), kept.IsOpenTo(other)));
        Assert.False(await strays.TryClaimAsync(kept, other, default));
        Assert.True(await strays.TryClaimAsync(kept, own, default));
        Assert.Contains(await host.Get<IntakeProblemStore>().ListAsync(own), line => line.Words.Contains(named, StringComparison.Ordinal));
        Assert.Empty(await host.Get<IntakeProblemStore>().ListAsync(other));
        await strays.DeleteAsync(kept, default);
    }

    [Fact]
    public async Task GivenACohortWithoutAPastedSecret_WhenAnythingSignedComes_ThenItIsRefused()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var bare = Samples.Cohort($"c{Guid.NewGuid():N}"[..20]);
        await host.Get<CohortStore>().TryAddAsync(bare);

        foreach (var secret in new[] { "whsec_" + Convert.ToBase64String(new byte[32]), IntakeHost.SecretOf("formbricks", bare.Id) })
            Assert.Equal(
                HttpStatusCode.Unauthorized, (await PostAsync(host, "formbricks", MessageOf("formbricks"), bare.Id, secret)).StatusCode);
        Assert.Empty(await host.Get<ApplicationStore>().ListAsync(bare.Id));
    }

    /// <summary>Later than all before, so that no other test's cohort takes applications then.</summary>
    static int FreeYear() => Interlocked.Add(ref lastYear, 2);

    static Task<HttpResponseMessage> PostAsync(
        IntakeHost host, string service, (byte[] Body, string Type) message, string address, string secret) =>
        host.PostSignedAsync(service, message.Body, message.Type, (address, secret), host.Clock.Now);

    static string Shared(string service) => service == "formbricks" ? IntakeHost.FormbricksSecret : IntakeHost.Secret;

    /// <summary>As in the samples, and another submission each time. Microsoft Forms sends our own shape.</summary>
    static (byte[] Body, string Type) MessageOf(string service)
    {
        var sample = Samples.Message(service == "microsoft-forms" ? "google-apps-script" : service);
        var id = FormProvider.Find(service)!.Read(new(sample.Body, sample.ContentType)).Submission!.SubmissionId!;
        var body = Encoding.Latin1.GetString(sample.Body).Replace(id, $"{Guid.NewGuid():N}", StringComparison.Ordinal);
        return (Encoding.Latin1.GetBytes(body), sample.ContentType);
    }

    static string Plain(string json) => json.Replace("\\u0027", "'", StringComparison.Ordinal);

    static async Task<IReadOnlyList<IntakeProblem>> SecretLinesAsync(IntakeHost host, string cohort) =>
        [.. (await host.Get<IntakeProblemStore>().ListAsync(cohort))
            .Where(line => line.ProblemId.StartsWith("secret-", StringComparison.Ordinal))];
}
