using System.Text;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Intake.Import;

public sealed class SharedPriorityTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Rows =
        "Timestamp,Email Address,Full name,Country,Time zone,Languages you can use,Interests,Library type,Years of "
            + "experience,Internet?,Every two weeks?,Four months?\r\n"
            + "2020/03/03 2:11:52 AM GMT,desk@library.example,Bao Vu,Kenya,Africa/Nairobi,English,Archives,Public library,3,Yes,Yes,Yes\r\n"
            + "2020/03/04 2:11:52 AM GMT,desk@library.example,Kamau Wanjiru,Kenya,Africa/Nairobi,English,Archives,Public "
            + "library,3,Yes,Yes,Yes\r\n";

    [Fact]
    public async Task GivenOneOfTwoWhoShareAnAddressWaited_WhenBothApply_ThenThatOneHasThePriority()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.Get<PriorityStore>().NoteAsync(
            "earlier",
            [host.Get<Identities>().AcrossCohorts(host.Cohort, "desk@library.example", "Wanjiru Kamau")],
            host.Clock.Now.AddYears(-1));

        using var answer = await host.SendAsync(
            $"cohorts/{host.Cohort.Id}/applications",
            Encoding.UTF8.GetBytes(Rows),
            new Dictionary<string, string> { ["Content-Type"] = "text/csv" });
        Assert.True(answer.IsSuccessStatusCode);
        await host.CompletedAsync();

        var people = await host.Get<PeopleStore>().ListAsync(host.Cohort.Id);
        Assert.Equal(
            [("Bao Vu", false), ("Kamau Wanjiru", true)],
            people.Select(person => (person.Name, person.CarriedPriority)).Order());
    }
}
