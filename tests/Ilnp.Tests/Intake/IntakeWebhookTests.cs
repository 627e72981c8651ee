using System.Net;
using System.Text;
using Ilnp.Intake;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Intake;

/// <summary>Messages over HTTP into storage and mail, as providers send them.</summary>
public sealed class IntakeWebhookTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    static readonly string[] Providers = ["typeform", "tally", "formbricks", "google-apps-script", "jotform"];

    [Fact]
    public async Task GivenAMessageOfEachProvider_WhenPosted_ThenEachIsAPersonWithAnAcknowledgement()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        foreach (var provider in Providers)
            Assert.Equal(HttpStatusCode.Accepted, (await host.PostAsync(provider, Samples.Message(provider))).StatusCode);
        var instances = await host.CompletedAsync();
        var people = await host.Get<PeopleStore>().ListAsync(host.Cohort.Id);

        Assert.All(instances, instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus));
        Assert.Equal(["CN", "EG", "ES", "IE", "NG"], people.Select(person => person.Country).Order());
        Assert.All(people, person => Assert.Equal(Standing.Eligible, person.Standing));
        Assert.All(
            await host.Get<IntakeProblemStore>().ListAsync(host.Cohort.Id),
            problem => Assert.StartsWith("question-", problem.ProblemId, StringComparison.Ordinal));
        Assert.Equal(5, host.Mail.GetFiles("*.eml").Length);
    }

    [Fact]
    public async Task GivenTheSameMessageThrice_WhenPosted_ThenItIsOneApplicationAndOneMail()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.PostAsync("tally", Samples.Message("tally"))));
        await host.CompletedAsync();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Single(await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id));
        Assert.Single(host.Mail.GetFiles("*.eml"));
    }

    [Fact]
    public async Task GivenAnUnsignedOrWronglySignedMessage_WhenPosted_ThenItIsRefusedLoggedAndNotKept()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        foreach (var provider in Providers)
        {
            var sample = Samples.Message(provider);
            var path = $"hooks/{host.Cohort.Id}/{provider}" + (provider == "jotform" ? "/guess" : "");
            var (_, headers) = FormSigner.Sign(
                provider, sample.Body, sample.ContentType, IntakeHost.SecretOf(provider, host.Cohort.Id), IntakeHost.SampledAt);
            var unsigned = await host.SendAsync(
                path, sample.Body, new Dictionary<string, string> { ["Content-Type"] = sample.ContentType });
            var changed = await host.SendAsync(path, [.. sample.Body, (byte)'\n'], headers);
            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (unsigned.StatusCode, changed.StatusCode));
        }

        Assert.Empty(await host.CompletedAsync());
        Assert.Empty(await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id));
        Assert.Equal(10, host.Logs.Count(line => line.Contains("was refused", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            host.Logs, line => line.Contains("Núñez", StringComparison.Ordinal) || line.Contains("zoe.nunez", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenAMessageSignedLongAgo_WhenPosted_ThenItIsRefused()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        host.Clock.Now += TimeSpan.FromMinutes(6);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("formbricks", Samples.Message("formbricks"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await host.PostAsync("google-apps-script", Samples.Message("google-apps-script"))).StatusCode);
    }

    [Theory]
    [InlineData("surveymonkey")]
    [InlineData("own")]
    [InlineData("export")]
    public async Task GivenAProviderThatIsUnknownOrNotAgreed_WhenPosted_ThenItIsRefusedAndNeverNotFound(string provider)
    {
        await using var host = await IntakeHost.StartAsync(azurite);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(provider, Samples.Message("google-apps-script"))).StatusCode);
    }

    [Fact]
    public async Task GivenAClosedCohort_WhenALateMessageIsPosted_ThenItIsKeptListedAndToldOfButNobodyIsAdded()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        host.Clock.Now = new(2020, 4, 2, 0, 0, 0, TimeSpan.Zero);
        var answer = await host.PostOwnAsync(Message("late@example.org", submittedAt: "2020-04-01T00:00:00Z"));
        await host.CompletedAsync();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Contains("closed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id));
        Assert.Equal(
            [ApplicationOutcome.Late],
            (await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id)).Select(application => application.Outcome));
        Assert.Contains(
            "closing day", Assert.Single(await host.Get<IntakeProblemStore>().ListAsync(host.Cohort.Id)).Words, StringComparison.Ordinal);
        Assert.Single(host.Mail.GetFiles("*.eml"));
    }

    [Fact]
    public async Task GivenAddressesThatWereCorrectedOrAreShared_WhenLateMessagesCome_ThenEachIsThePersonsWhoseItWouldBeInTime()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.PostOwnAsync(Message("wrong@example.org"));
        await host.PostOwnAsync(Message("desk@example.org"));
        await host.CompletedAsync();
        await host.PostOwnAsync(Message("desk@example.org", name: "Bao Vu"));
        await host.CompletedAsync();
        var people = await host.Get<PeopleStore>().ListAsync(host.Cohort.Id);
        var corrected = people.Single(person => person.Email == "wrong@example.org");
        await host.Get<AddressBook>().CorrectAsync(host.Cohort, corrected.PersonId, "right@example.org");

        host.Clock.Now = new(2020, 4, 2, 0, 0, 0, TimeSpan.Zero);
        foreach (var (address, name) in new[]
        {
            ("right@example.org", "Ana Silva"), ("desk@example.org", "Bao Vu"), ("new@example.org", "Rosa Quispe"),
        })
            await host.PostOwnAsync(Message(address, submittedAt: "2020-04-01T06:00:00Z", name: name));
        await host.CompletedAsync();

        var late = (await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id))
            .Where(application => application.Outcome == ApplicationOutcome.Late).ToDictionary(application => application.Answers!.Email!);
        Assert.Equal(corrected.PersonId, late["right@example.org"].PersonId);
        Assert.Equal(people.Single(person => person.Name == "Bao Vu").PersonId, late["desk@example.org"].PersonId);
        Assert.Equal(3, people.Count);
        Assert.Equal(3, (await host.Get<PeopleStore>().ListAsync(host.Cohort.Id)).Count);
    }

    [Fact]
    public async Task GivenTooLongAMessage_WhenPosted_ThenItIsRefusedAndListedOnce()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var body = Encoding.UTF8.GetBytes(new string('x', 300_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostOwnAsync(body)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostOwnAsync(body)).StatusCode);
        Assert.Contains(
            "256 kB", Assert.Single(await host.Get<IntakeProblemStore>().ListAsync(host.Cohort.Id)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenASignedMessageInAnotherFormat_WhenPosted_ThenItIsKeptAndListed()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        Assert.Equal(HttpStatusCode.Accepted, (await host.PostOwnAsync("{\"answers\":["u8.ToArray())).StatusCode);
        await host.CompletedAsync();

        Assert.Equal(ApplicationOutcome.Unreadable, Assert.Single(await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id)).Outcome);
        Assert.Contains(
            "kept as it came",
            Assert.Single(await host.Get<IntakeProblemStore>().ListAsync(host.Cohort.Id)).Words,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPersonsApplications_WhenTheyArriveInTheWrongOrder_ThenTheLatestAnswersCountAndTheOlderIsNotAcknowledged()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.PostOwnAsync(Message("Ana+x@Example.org", submittedAt: "2020-03-06T10:00:00Z", name: "Ana newer"));
        await host.CompletedAsync();
        await host.PostOwnAsync(Message("ana@example.org", submittedAt: "2020-03-05T10:00:00Z", name: "Ana older"));
        await host.CompletedAsync();
        var person = Assert.Single(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id));

        Assert.Equal(("Ana newer", new DateTimeOffset(2020, 3, 5, 10, 0, 0, TimeSpan.Zero)), (person.Name, person.FirstAppliedAt));
        Assert.Single(host.Mail.GetFiles("*.eml"));
    }

    [Fact]
    public async Task GivenTenApplicationsOfOnePersonAtOnce_WhenTheyRace_ThenTheLatestAnswersAndTheFirstDateCount()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var bodies = Enumerable.Range(0, 10)
            .Select(minute => Message("ana@example.org", submittedAt: $"2020-03-05T10:0{minute}:00Z", name: $"Ana {minute}"));
        await Task.WhenAll(bodies.Reverse().Select(host.PostOwnAsync));
        var instances = await host.CompletedAsync();
        var person = Assert.Single(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id));

        Assert.All(instances, instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus));
        Assert.Equal(10, (await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id)).Count);
        Assert.Equal(("Ana 9", new DateTimeOffset(2020, 3, 5, 10, 0, 0, TimeSpan.Zero)), (person.Name, person.FirstAppliedAt));
    }

    [Fact]
    public async Task GivenAnIneligibleApplicant_WhenRegistered_ThenTheReasonsAreToldInWords()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.PostOwnAsync(Message("ana@example.org", commit: "No"));
        await host.CompletedAsync();
        var person = Assert.Single(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id));
        var mail = await MimeKit.MimeMessage.LoadAsync(Assert.Single(host.Mail.GetFiles("*.eml")).FullName);

        Assert.Equal((Standing.Ineligible, "no-commitment"), (person.Standing, string.Join(',', person.Reasons)));
        Assert.Contains("cannot commit", mail.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenHistories_WhenRead_ThenTheyHoldIdsOnly()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.PostAsync("typeform", Samples.Message("typeform"));
        var instance = Assert.Single(await host.CompletedAsync());

        Assert.DoesNotContain(
            "zoe", instance.InstanceId + instance.SerializedInput + instance.SerializedOutput, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(host.Logs, line => line.Contains("zoe", StringComparison.OrdinalIgnoreCase));
    }

    internal static byte[] Message(string email, string submittedAt =
        "2020-03-06T10:00:00Z", string name = "Ana Silva", string commit = "Yes", string country = "Brazil", int? row = null) =>
        Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(new
        {
            responseId = Guid.NewGuid().ToString(),
            submittedAt,
            row,
            answers = new (string Title, string Value)[]
            {
                ("Email", email), ("Name", name), ("Country", country), ("Languages", "Portuguese, English"), ("Interests", "Archives"),
                ("Internet", "Yes"), ("Biweekly", "Yes"), ("Commit", commit),
            }.Select(answer => new { title = answer.Title, value = answer.Value }),
        }));
}
