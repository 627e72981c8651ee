using System.Text;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Intake.Import;

/// <summary>A file has the address that was wrong for ever; the committee has corrected it in between.</summary>
public sealed class CorrectedRowsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Header =
        "Timestamp,Email Address,Full name,Country,Time zone,Languages you can use,Interests,Library type,Years of "
            + "experience,Internet?,Every two weeks?,Four months?\r\n";

    [Fact]
    public async Task GivenACorrectedAddress_WhenTheExportComesAgainWithMore_ThenItIsOnePersonWithTheCorrectedAddressAndTheLatestAnswers()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await ImportAsync(host, Row("3", "wrong@library.example", "Archives"));
        var person = Assert.Single(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id));
        await host.Get<AddressBook>().CorrectAsync(host.Cohort, person.PersonId, "right@library.example");
        await host.Get<PeopleStore>().UpdateAsync(
            host.Cohort.Id, person.PersonId, stored => stored with { Email = "right@library.example", IsAddressSet = true });

        await ImportAsync(
            host,
            Row("3", "wrong@library.example", "Archives") + Row("4", "wrong@library.example", "Metadata")
                + Row("5", "Right@library.example", "Preservation"));

        var now = Assert.Single(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id));
        Assert.Equal(
            (person.PersonId, "right@library.example", 3),
            (now.PersonId, now.Email, (await host.Get<Ilnp.Intake.ApplicationStore>().ListAsync(host.Cohort.Id)).Count));
        Assert.NotEqual(person.Interests, now.Interests);
        Assert.Equal(5, now.AnsweredAt.Day);
    }

    [Fact]
    public async Task GivenLateRowsOfASharedAddress_WhenImported_ThenEachIsThePersonsOfItsName()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await ImportAsync(host, Row("3", "desk@library.example", "Archives") + Row("4", "desk@library.example", "Metadata", "Bao Vu"));
        var people = (await host.Get<PeopleStore>().ListAsync(host.Cohort.Id))
            .ToDictionary(person => person.Name, person => person.PersonId);
        host.Clock.Now = new(2020, 4, 20, 0, 0, 0, TimeSpan.Zero);

        await ImportAsync(
            host, Row("9", "desk@library.example", "Archives", "Bao Vu").Replace("2020/03/09", "2020/04/09", StringComparison.Ordinal));

        var late = (await host.Get<Ilnp.Intake.ApplicationStore>().ListAsync(host.Cohort.Id))
            .Single(application => application.Outcome == Ilnp.Intake.ApplicationOutcome.Late);
        Assert.Equal((2, people["Bao Vu"]), (people.Count, late.PersonId));
    }

    static string Row(string day, string address, string interest, string name = "Wanjiru Kamau") =>
        $"2020/03/0{day} 2:11:52 AM GMT,{address},{name},Kenya,Africa/Nairobi,English,{interest},Public library,3,Yes,Yes,Yes\r\n";

    static async Task ImportAsync(IntakeHost host, string rows)
    {
        using var answer = await host.SendAsync(
            $"cohorts/{host.Cohort.Id}/applications",
            Encoding.UTF8.GetBytes(Header + rows),
            new Dictionary<string, string> { ["Content-Type"] = "text/csv" });
        Assert.True(answer.IsSuccessStatusCode);
        Assert.All(await host.CompletedAsync(), instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus));
    }
}
