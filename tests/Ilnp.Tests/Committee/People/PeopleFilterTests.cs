using Ilnp.Approvals;
using Ilnp.Committee.People;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.People;

public sealed class PeopleFilterTests
{
    static readonly DateTimeOffset Now = new(2020, 4, 15, 12, 0, 0, TimeSpan.Zero);

    static readonly Person[] People =
    [
        SampleCohort.Person("c", "P1", "Zoë Müller", "DE", Standing.Active) with { GroupId = "G001" },
        SampleCohort.Person("c", "P2", "王小明", "CN", Standing.Active) with { GroupId = "G002", Languages = ["zh"] },
        SampleCohort.Person("c", "P3", "عبد الله بن يوسف", "EG"),
        SampleCohort.Person("c", "P4", "Άννα Παπαδοπούλου", "GR", Standing.Silent),
    ];

    static readonly Group[] Groups = [Group("G001", "ada"), Group("G002", "ben")];

    static readonly Decision[] Decisions =
        [Asked("P1", Now.AddDays(2), 1), Asked("P3", Now.AddDays(2), 0), Asked("P4", Now.AddDays(-2), 0)];

    [Theory]
    [InlineData("", "", "P1 P2 P3 P4")]
    [InlineData("q", "muller", "P1")]
    [InlineData("q", "小明", "P2")]
    [InlineData("q", "يوسف", "P3")]
    [InlineData("q", "αννα", "P4")]
    [InlineData("q", "egypt", "P3")]
    [InlineData("standing", "silent", "P4")]
    [InlineData("country", "CN", "P2")]
    [InlineData("language", "zh", "P2")]
    [InlineData("liaison", "ada", "P1")]
    [InlineData("answer", "waiting", "P3")]
    [InlineData("answer", "never", "P3 P4")]
    [InlineData("country", "XX", "")]
    public void GivenAFilter_WhenApplied_ThenExactlyThoseWhoFitAreFound(string field, string value, string expected)
    {
        var filter = PeopleFilter.Of(name => name == field ? value : "");
        Assert.Equal(expected, string.Join(' ', filter.Apply(People, Groups, Decisions, Now).Select(person => person.PersonId)));
    }

    static Group Group(string id, string liaison) =>
        new() { CohortId = "c", GroupId = id, Members = [], Status = GroupStatus.Active, LiaisonId = liaison };

    static Decision Asked(string person, DateTimeOffset closes, int version) => new()
    {
        Request = new()
        {
            CohortId = "c",
            DecisionId = $"availability-{person}",
            Form = "availability",
            SubjectId = person,
            ClosesAt = closes,
        },
        Link = new(1, "k1", closes, ""),
        OpenedAt = Now.AddDays(-5),
        Version = version,
    };
}
