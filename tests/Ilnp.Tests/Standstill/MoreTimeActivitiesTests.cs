using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Programme;
using Ilnp.Standstill;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Standstill;

/// <summary>Which questions stay open, as they are stored.</summary>
public sealed class MoreTimeActivitiesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Theory]
    [InlineData("P1", new[] { "availability-P2" }, 2)]
    [InlineData("P1 P2", new string[0], 0)]
    [InlineData("", new[] { "availability-P1", "availability-P2" }, 2)]
    public async Task GivenQuestions_WhenTheirLastDayWasMissed_ThenTheyStayOpenAsLongAsSomebodyHasNotAnswered(
        string answered, string[] open, int stayOpen)
    {
        var (closed, store) = (web.Clock.Now.AddHours(-9), web.Get<DecisionStore>());
        var until = closed.AddDays(3);
        var cohort = await web.CohortAsync([.. new[] { "P1", "P2", "P3" }
            .Select(id => SampleCohort.Person("", id, $"Person {id}", "DE", Standing.Asked))]);
        foreach (var (id, closes) in new[] { ("P1", closed), ("P2", closed), ("P3", closed.AddDays(-7)) })
            await AskAsync(cohort, id, closes);
        foreach (var id in answered.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            await store.UpdateAboutAsync(
                cohort, $"availability-{id}", decision => decision with { AnsweredAt = closed, Version = 1 }, default);
        var activities = ActivatorUtilities.CreateInstance<MoreTimeActivities>(web.Get<IServiceProvider>());
        var given = new MoreTime(cohort, [$"{InquiryForm.Name}-"], closed.UtcDateTime, until.UtcDateTime);

        Assert.Equal(open, await activities.PutOffQuestions(given));
        Assert.Equal(open, await activities.PutOffQuestions(given));

        Assert.Equal(stayOpen, (await store.ListAsync(cohort)).Count(decision => decision.Request.ClosesAt == until));
    }

    Task AskAsync(string cohort, string person, DateTimeOffset closes) => web.Get<DecisionLinks>().OpenAsync(new()
    {
        CohortId = cohort,
        DecisionId = InquiryForm.DecisionId(person),
        Form = InquiryForm.Name,
        SubjectId = person,
        ClosesAt = closes,
    });
}
