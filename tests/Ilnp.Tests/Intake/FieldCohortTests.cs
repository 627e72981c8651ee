using System.Net;
using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.Import;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Intake;

/// <summary>Inputs from the field on their whole way: over HTTP into storage and mail.</summary>
public sealed class FieldCohortTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task GivenRowsCorrectedAndSentInAgain_WhenImported_ThenTheLastFileCountsAndEachHearsOnceMore()
    {
        await using var host = await IntakeHost.StartAsync(azurite, 2026, 11);
        host.Clock.Now = new(2026, 11, 10, 12, 0, 0, TimeSpan.Zero);
        await ImportAsync(host, "reimport-1-broken.csv");
        Assert.All(
            await host.Get<PeopleStore>().ListAsync(host.Cohort.Id),
            person => Assert.Equal(("ZZ", Standing.HeldBack), (person.Country, person.Standing)));
        host.Clock.Now = host.Clock.Now.AddHours(1);
        await ImportAsync(host, "reimport-2-corrected.csv");
        var people = await host.Get<PeopleStore>().ListAsync(host.Cohort.Id);

        Assert.Equal(10, people.Count);
        Assert.All(people, person => Assert.Equal(("KE", Standing.Eligible), (person.Country, person.Standing)));
        Assert.Equal(20, host.Mail.GetFiles("*.eml").Length);

        host.Clock.Now = host.Clock.Now.AddHours(1);
        await ImportAsync(host, "reimport-2-corrected.csv", text => text.Replace("\r\n", ",Reviewed by\r\n", StringComparison.Ordinal));
        Assert.Equal(20, host.Mail.GetFiles("*.eml").Length);

        var receipt = (await host.CompletedAsync()).Select(import => import.ReadOutputAs<ImportReceipt>()!)
            .Aggregate((one, other) => one + other);
        Assert.Equal(new ImportReceipt(Rows: 30, New: 10, Changed: 10, Unchanged: 10, NotUnderstood: 10), receipt);
    }

    [Fact]
    public async Task GivenAResponseThatWasChanged_WhenDeliveredAgain_ThenTheNewerAnswersCount()
    {
        await using var host = await IntakeHost.StartAsync(azurite, 2026, 11);
        host.Clock.Now = new(2026, 11, 10, 12, 0, 0, TimeSpan.Zero);
        foreach (var file in new[] { "formbricks-finished-twice-1.json", "formbricks-finished-twice-2.json" })
        {
            Assert.Equal(HttpStatusCode.Accepted, (await host.PostFormbricksAsync(File.ReadAllBytes(Samples.FieldPath(file)))).StatusCode);
            await host.CompletedAsync();
        }

        Assert.Equal("BO", Assert.Single(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id)).Country);
    }

    [Fact]
    public async Task GivenOneAddressOfTwoPeople_WhenImported_ThenBothAreKeptAndItIsTold()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await ImportAsync(host, "shared-address.csv");
        var people = await host.Get<PeopleStore>().ListAsync(host.Cohort.Id);

        Assert.Equal(["Rosa Quispe", "Tomás Huamán"], people.Select(person => person.Name).Order(StringComparer.Ordinal));
        Assert.Contains(
            await host.Get<IntakeProblemStore>().ListAsync(host.Cohort.Id),
            problem => problem.Words.Contains("another name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenOnePersonWithTwoAddressesAndNoYears_WhenLookedFor_ThenTheyAreProposed()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await ImportAsync(host, "duplicate-no-years.csv");

        Assert.Single(DuplicateFinder.Find(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id)));
    }

    [Theory, InlineData("date-zone-abbreviation.csv"), InlineData("date-heading-german.csv"), InlineData("date-day-first-mixed.csv")]
    public async Task GivenMomentsFromTheField_WhenImportedAfterTheClosingDay_ThenNobodyInTimeIsLate(string file)
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        host.Clock.Now = new(2020, 4, 10, 12, 0, 0, TimeSpan.Zero);
        await ImportAsync(host, file);
        var late = (await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id))
            .Where(application => application.Outcome == ApplicationOutcome.Late);

        Assert.All(late, application => Assert.Equal(4, application.AppliedAt.Month));
    }

    [Fact]
    public async Task GivenAMomentThatIsNotUnderstood_WhenImportedAfterTheClosingDay_ThenSomebodyLooksFirst()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        host.Clock.Now = new(2020, 4, 10, 12, 0, 0, TimeSpan.Zero);
        await ImportAsync(
            host, "date-heading-german.csv", text => text.Replace("2020/03/02 14:11:52", "the second of spring", StringComparison.Ordinal));
        var person = Assert.Single(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id));

        Assert.Equal(Standing.HeldBack, person.Standing);
        Assert.Equal([ReasonCode.UnknownMoment], person.Reasons);
        Assert.DoesNotContain(
            host.Mail.GetFiles("*.eml"), mail => File.ReadAllText(mail.FullName).Contains("came after", StringComparison.Ordinal));
    }

    static async Task ImportAsync(IntakeHost host, string file, Func<string, string>? change = null)
    {
        var text = await File.ReadAllBytesAsync(Samples.FieldPath(file));
        var body = change is null ? text : Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(text)));
        var answer = await host.SendAsync(
            $"cohorts/{host.Cohort.Id}/applications", body, new Dictionary<string, string> { ["Content-Type"] = "text/csv" });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await host.CompletedAsync();
    }
}
