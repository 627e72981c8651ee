using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Ilnp.Returning;
using Ilnp.Returning.Questions;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Returning;

public sealed class ReturningRulesTests
{
    static readonly CohortSettings First = SampleCohort.Settings("first");
    static readonly CohortSettings Second = SampleCohort.Settings("second") with
    {
        Dates = First.Dates with { Announce = First.Dates.Announce.AddMonths(6), Introduce = First.Dates.Introduce.AddMonths(6) },
    };

    [Theory]
    [InlineData(Standing.Active, null, false, false)]
    [InlineData(Standing.Active, Again.Yes, false, true)]
    [InlineData(Standing.Active, Again.No, false, false)]
    [InlineData(Standing.Left, Again.Yes, false, true)]
    [InlineData(Standing.Eligible, null, true, true)]
    [InlineData(Standing.Later, null, true, true)]
    [InlineData(Standing.Eligible, Again.No, true, false)]
    [InlineData(Standing.Eligible, null, false, false)] // told before that we do not write
    [InlineData(Standing.Declined, null, true, false)]
    [InlineData(Standing.Active, null, true, false)] // got a place after all
    public void GivenSomebodyOfAnEarlierCohort_WhenTheNextOpens_ThenWhoeverWaitedOrWishedItIsWrittenTo(
        Standing standing, string? said, bool wasTold, bool isWritten) =>
        Assert.Equal(isWritten, ReturningRules.Whom([Of(First, standing, said, wasTold)]).Any());

    [Fact]
    public void GivenSomebodyErasedOrWithdrawn_WhenTheNextOpens_ThenNobodyIsWrittenTo()
    {
        var waited = Of(First, Standing.Eligible, null, true);
        Assert.Empty(ReturningRules.Whom(
        [
            waited with { Person = waited.Person with { Email = "", ErasedAt = DateTimeOffset.UnixEpoch } },
            waited with
            {
                Who = Wanjiru with { Identity = "other" },
                Person = waited.Person with { WithdrawnAt = DateTimeOffset.UnixEpoch },
            },
        ]));
    }

    [Theory]
    [InlineData(Standing.Active, null, false, "first")] // wished it in one, while the other went on
    [InlineData(Standing.Active, Again.No, false, null)]
    [InlineData(Standing.Active, Again.Yes, false, "second")]
    [InlineData(Standing.Eligible, null, true, "second")] // each is written to once: the promise to who waited counts
    public void GivenSomebodyOfTwoCohorts_WhenTheNextOpens_ThenTheirLastWordCounts(
        Standing standing, string? said, bool wasTold, string? written) => Assert.Equal(
            written,
            ReturningRules.Whom([Of(First, Standing.Active, Again.Yes, false), Of(Second, standing, said, wasTold)])
                .SingleOrDefault()?.Cohort.Id);

    [Fact]
    public void GivenSomebodyWhoWaitedAndHasAPlaceInALaterCohort_WhenTheNextOpens_ThenTheyAreNotWrittenTo() => Assert.Empty(
        ReturningRules.Whom([Of(First, Standing.Eligible, null, true), Of(Second, Standing.Active, null, false) with { Waited = null }]));

    [Fact]
    public void GivenColleaguesOfOneAddressWhoBothWaited_WhenTheNextOpens_ThenEachIsWrittenTo()
    {
        var bao = new AcrossCohorts("identity", ["bao"], IsComparable: true, IsIdeographic: false);
        var (one, other) = (Of(First, Standing.Eligible, null, true), Of(First, Standing.Eligible, null, true) with { Who = bao });
        var later = Of(Second, Standing.Declined, Again.No, false);

        Assert.Equal([one, other], ReturningRules.Whom([one, other]));
        Assert.Equal([other], ReturningRules.Whom([one, other, later]));
    }

    static AcrossCohorts Wanjiru { get; } = new("identity", ["wanjiru"], IsComparable: true, IsIdeographic: false);

    static Former Of(CohortSettings cohort, Standing standing, string? said, bool wasTold) => new(
        cohort,
        SampleCohort.Person(cohort.Id, "P1", "Wanjiru Kamau", "KE", standing),
        Wanjiru,
        said,
        said is null ? null : new(cohort.Dates.Introduce, default, default),
        new(Wanjiru, cohort.Id, DateTimeOffset.UnixEpoch) { IsWrittenTo = wasTold });
}
