using Ilnp.Programme;
using Ilnp.Screening.Duplicates;

namespace Ilnp.Tests.Screening.Duplicates;

public sealed class DuplicateFinderTests
{
    static readonly Person Ana = new()
    {
        CohortId = "c",
        PersonId = "P1",
        Name = "Ana Silva",
        Email = "ana@example.org",
        Country = "BR",
        TimeZone = "America/Sao_Paulo",
        Languages = ["pt", "en"],
        Interests = ["archives", "metadata"],
        LibraryType = "public",
        YearsOfExperience = 9,
        MailLanguage = "en",
        FirstAppliedAt = new(2020, 3, 3, 0, 0, 0, TimeSpan.Zero),
        Standing = Standing.Eligible,
    };

    static Person Later => Ana with { PersonId = "P2", Email = "silva@mail.example.com", FirstAppliedAt = Ana.FirstAppliedAt.AddDays(1) };

    public static TheoryData<string, Person, int> Cases() => new()
    {
        { "the same answers", Later, 1 },
        { "other interests", Later with { Interests = ["systems"] }, 1 },
        { "another library and the languages in another order", Later with { LibraryType = "school", Languages = ["en", "pt"] }, 1 },
        { "another country", Later with { Country = "PT" }, 0 },
        { "other years", Later with { YearsOfExperience = 2, Interests = ["systems"] }, 0 },
        { "another name", Later with { Name = "Ana Souza" }, 0 },
        { "an unknown country", Later with { Country = "ZZ" }, 0 },
        { "a year later", Later with { YearsOfExperience = 10 }, 1 },
        { "a year later and other interests", Later with { YearsOfExperience = 10, Interests = ["systems"] }, 0 },
        { "unlike years", Later with { YearsOfExperience = 15 }, 0 },
        { "no years", Later with { YearsOfExperience = null }, 0 },
    };

    public static TheoryData<string, Person, int> LongNames() => new()
    {
        { "unlike years", Later with { YearsOfExperience = 15 }, 1 },
        { "no years", Later with { YearsOfExperience = null }, 1 },
        { "unlike years and another library", Later with { YearsOfExperience = 15, LibraryType = "school" }, 0 },
    };

    [Theory, MemberData(nameof(LongNames))]
    public void GivenALongName_WhenCompared_ThenItSpeaksForOnePersonWhateverTheYears(string what, Person later, int proposals)
    {
        var ana = Ana with { Name = "Ana Lúcia Silveira" };

        Assert.True(proposals == DuplicateFinder.Find([later with { Name = "SILVEIRA, Ana Lucia" }, ana]).Count, what);
    }

    [Theory]
    [InlineData("Ana da Silva"), InlineData("Nguyễn Văn An"), InlineData("Ludwig van Beek"), InlineData("Fatma bint Ali")]
    public void GivenANameOfTwoWordsAndWhatJoinsThem_WhenCompared_ThenItIsNoLongOne(string name) =>
        Assert.Null(NameLikeness.LongName(name));

    [Theory, MemberData(nameof(Cases))]
    public void GivenALaterApplicant_WhenCompared_ThenOnlyOneWithEnoughEqualAnswersIsProposed(string what, Person later, int proposals) =>
        Assert.True(proposals == DuplicateFinder.Find([later, Ana]).Count, what);

    [Fact]
    public void GivenABeginnerWithNothingButTheNameAndCommonAnswers_WhenCompared_ThenItIsANamesake() =>
        Assert.Empty(
            DuplicateFinder.Find([Ana with { YearsOfExperience = 0 }, Later with { YearsOfExperience = 0, Interests = ["systems"] }]));

    [Fact]
    public void GivenThreeAddresses_WhenCompared_ThenEachLaterOneIsProposedWithTheFirst()
    {
        var third = Ana with { PersonId = "P0", Email = "x@y.org", FirstAppliedAt = Ana.FirstAppliedAt.AddDays(2) };

        Assert.Equal(["P1-P2", "P1-P0"], DuplicateFinder.Find([third, Later, Ana]).Select(proposal => proposal.ProposalId));
    }

    [Fact]
    public void GivenManyPeople_WhenFound_ThenNobodyWhomTheRuleProposesIsMissed()
    {
        var random = new Random(5);
        var people = Enumerable.Range(0, 300).Select(k => Ana with
        {
            PersonId = $"P{k:000}",
            Name = random.GetItems(["Ana Silva", "Ana Sylva", "Rui Costa", "Ana Lúcia Silveira"], 1)[0],
            Languages = random.Next(3) == 0 ? ["pt"] : ["pt", "en"],
            LibraryType = random.Next(3) == 0 ? "school" : "public",
            YearsOfExperience = random.Next(7) is var years and > 0 ? years : null,
            FirstAppliedAt = Ana.FirstAppliedAt.AddMinutes(k),
        }).ToList();

        var originals = new List<Person>();
        var expected = new List<string>();
        foreach (var later in people)
        {
            var same = originals.Where(o => new NameLikeness(o.Name).IsLike(new(later.Name)) && SamePersonRule.Why(o, later) is not null)
                .ToList();
            if (same.Count == 0) originals.Add(later);
            expected.AddRange(same.Select(o => $"{o.PersonId}-{later.PersonId}"));
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected, DuplicateFinder.Find(people).Select(proposal => proposal.ProposalId));
    }

    [Theory]
    [InlineData(DuplicateDecision.Open, Standing.HeldBack)]
    [InlineData(DuplicateDecision.Same, Standing.Ineligible)]
    [InlineData(DuplicateDecision.Different, Standing.Eligible)]
    public void GivenADecision_WhenTheLaterApplicantStands_ThenItFollows(DuplicateDecision decision, Standing standing)
    {
        var proposal = DuplicateFinder.Find([Ana, Later])[0] with { Decision = decision };
        var open = DuplicateDecisionRule.Found(Later, [proposal with { Decision = DuplicateDecision.Open }], Later.PersonId);
        var first = decision == DuplicateDecision.Same ? Ana.PersonId : Later.PersonId;

        Assert.Equal(standing, DuplicateDecisionRule.Found(open, [proposal], first).Standing);
        Assert.Equal(Standing.Eligible, DuplicateDecisionRule.Found(Ana, [proposal], Ana.PersonId).Standing);
    }
}
