using Ilnp.Cohort;
using Ilnp.Local.Running;

namespace Ilnp.Tests.Cohort;

public sealed class CohortSettingsFileTests
{
    const string Sound = """
        {
          "id": "2020-spring", // comments are allowed
          "name": "ILNP Spring-Summer 2020",
          "timeZone": "America/Chicago",
          "dates": {
            "announce": "2020-03-02", "applicationsClose": "2020-03-31", "askAvailability": "2020-04-10",
            "availabilityCloses": "2020-04-24", "introduce": "2020-05-04", "midSurvey": "2020-07-01",
          },
          "capacityPairs": 47,
          "committee": [
            { "id": "ada", "name": "Ada Okoye", "email": "ada@example.org", "roles": ["lead", "liaison"], "liaisonLoad": 8 },
          ],
        }
        """;

    [Fact]
    public void GivenSoundFile_WhenRead_ThenDefaultsFillTheRest()
    {
        var result = AppParts.SettingsFile.Parse(Sound);

        Assert.Empty(result.Problems);
        Assert.Equal(20, result.Settings!.CountryCapPercent);
        Assert.Equal(8, result.Settings.Capacity);
        Assert.Equal(new DateOnly(2020, 3, 31), result.Settings.Dates.ApplicationsClose);
    }

    [Fact]
    public void GivenSeveralMistakes_WhenRead_ThenAllAreReportedAtOnceWithTheirPlace()
    {
        var broken = Sound
            .Replace("\"2020-03-31\"", "\"31 March\"", StringComparison.Ordinal)
            .Replace("\"capacityPairs\": 47", "\"capacityPairs\": \"many\"", StringComparison.Ordinal)
            .Replace("\"name\": \"Ada Okoye\", ", "", StringComparison.Ordinal)
            .Replace("\"timeZone\"", "\"timezon\"", StringComparison.Ordinal)
            .Replace("\"liaison\"]", "\"helper\"]", StringComparison.Ordinal);

        var problems = AppParts.SettingsFile.Parse(broken).Problems;

        Assert.Collection(
            problems.Order(StringComparer.Ordinal),
            problem => Assert.Equal("capacityPairs: \"many\" is not a whole number.", problem),
            problem => Assert.Equal("committee[1].name: is missing.", problem),
            problem => Assert.Equal("committee[1].roles[2]: \"helper\" is not one of lead, liaison, marketing, technical.", problem),
            problem => Assert.Equal("dates.applicationsClose: \"31 March\" is not a date like 2020-03-31.", problem),
            problem => Assert.Equal("timeZone: is missing.", problem),
            problem => Assert.Equal("timezon: there is no such setting; do you mean timeZone?", problem));
    }

    [Fact]
    public void GivenValuesThatCannotBeReadAndOthersAgainstTheRules_WhenRead_ThenBothAreReportedAtOnce()
    {
        var broken = Sound
            .Replace("\"capacityPairs\": 47", "\"capacityPairs\": \"many\", \"countryCapPercent\": 200", StringComparison.Ordinal)
            .Replace("\"2020-04-10\"", "\"10 April\"", StringComparison.Ordinal)
            .Replace("\"midSurvey\": \"2020-07-01\"", "\"midSurvey\": \"2020-05-01\"", StringComparison.Ordinal)
            .Replace(
                "\"liaisonLoad\": 8 },",
                "\"liaisonLoad\": 8 }, { \"id\": \"Ben B\", \"name\": \"Ben\", \"email\": \"ben\" }, { \"id\": \"cai\", \"name\": "
                    + "\"Cai\", \"email\": \"cai@example.org\", \"roles\": [\"boss\"] },",
                StringComparison.Ordinal);

        var problems = AppParts.SettingsFile.Parse(broken).Problems;

        Assert.Equal(
            [
                "capacityPairs: \"many\" is not a whole number.",
                "committee, Ben B: \"ben\" is not a mail address.",
                "committee: the id \"Ben B\" may have lower-case letters, digits and hyphens only, 2 to 40 of them.",
                "committee[3].roles[1]: \"boss\" is not one of lead, liaison, marketing, technical.",
                "countryCapPercent: 200 is not between 1 and 100.",
                "dates.askAvailability: \"10 April\" is not a date like 2020-03-31.",
                "dates.midSurvey: 2020-05-01 must come after dates.introduce, 2020-05-04.",
            ],
            problems.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void GivenAMemberOneOfWhoseWordsIsNone_WhenRead_ThenTheRestOfThatMemberIsCheckedToo()
    {
        var broken = Sound.Replace(
            "\"name\": \"Ada Okoye\", \"email\": \"ada@example.org\", \"roles\": [\"lead\"",
            "\"name\": \"\", \"email\": \"nope\", \"roles\": [\"boss\"",
            StringComparison.Ordinal);

        Assert.Equal(
            [
                "committee, ada: \"nope\" is not a mail address.",
                "committee, ada: the name is empty.",
                "committee[1].roles[1]: \"boss\" is not one of lead, liaison, marketing, technical.",
            ],
            AppParts.SettingsFile.Parse(broken).Problems.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{ \"committee[z]\": 1, \"committee[1].name\": 2, \"a.b\": 3, \"committee\": [] }")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"dates\": [], \"committee\": {}, \"languages\": \"en\", \"translations\": 3 }")]
    [InlineData(
        "{ \"dates\": { \"announce\": [1] }, \"committee\": [3, null, { \"roles\": 3 }], \"availability\": { \"reminderDays\": [\"a\", "
            + "{}] }, \"intake\": [], \"texts\": { \"a\": 1 } }")]
    public void GivenSettingsOfNoUsableShape_WhenRead_ThenItIsSaidWithoutFailing(string json) =>
        Assert.NotEmpty(AppParts.SettingsFile.Parse(json).Problems);

    [Theory]
    [InlineData("nmae", "name")]
    [InlineData("capactyPairs", "capacityPairs")]
    [InlineData("comittee", "committee")]
    [InlineData("shortname2", "shortName")]
    [InlineData("colour", null)]
    public void GivenAMisspeltSetting_WhenRead_ThenTheNearestKnownNameIsOffered(string written, string? meant)
    {
        var problems = AppParts.SettingsFile.Parse(
            Sound.Replace("\"id\":", $"\"{written}\": 1, \"id\":", StringComparison.Ordinal)).Problems;
        Assert.Contains($"{written}: there is no such setting{(meant is null ? "." : $"; do you mean {meant}?")}", problems);
    }

    [Fact]
    public void GivenSettingsChangedAfterTheStart_WhenCompared_ThenEachIsNamedThatWasNotTaken()
    {
        var kept = AppParts.SettingsFile.Parse(Sound).Settings!;
        var posted = kept with
        {
            CapacityPairs = 40,
            Committee = [kept.Committee[0] with { Email = "new@example.org" }],
            Care = kept.Care with { RemindDays = 5 },
        };

        Assert.Empty(SettingsDifference.Of(kept, AppParts.SettingsFile.Parse(Sound).Settings!));
        Assert.Collection(
            SettingsDifference.Of(posted, kept),
            line => Assert.StartsWith("capacityPairs: 40 was not taken.", line, StringComparison.Ordinal),
            line => Assert.StartsWith("committee[1].email: \"new@example.org\" was not taken.", line, StringComparison.Ordinal),
            line => Assert.EndsWith("and this one has 3.", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"2020-spring\"", "\"Spring 2020!\"", "id: \"Spring 2020!\" may have")]
    [InlineData("America/Chicago", "Chicago", "timeZone: \"Chicago\" is not a time zone")]
    [InlineData("\"2020-04-24\"", "\"2020-04-01\"", "dates.availabilityCloses: 2020-04-01 must come after dates.askAvailability")]
    [InlineData("\"2020-07-01\"", "\"2020-09-01\"", "dates.midSurvey: 2020-09-01 must come before the last week")]
    [InlineData("\"capacityPairs\": 47", "\"capacityPairs\": 0", "capacityPairs: 0 is not between 1 and")]
    [InlineData("\"lead\", ", "", "committee: nobody has the role lead")]
    [InlineData("\"liaisonLoad\": 8", "\"liaisonLoad\": 0", "committee: no liaison takes any groups")]
    [InlineData(
        "\"capacityPairs\": 47",
        "\"capacityPairs\": 47, \"languages\": [\"en\", \"sw\"]",
        "languages: there are no texts in \"sw\"; the programme can write in en, ar,")]
    [InlineData("\"capacityPairs\": 47", "\"capacityPairs\": 47, \"languages\": [\"en\", \"en\"]", "languages: \"en\" is there 2 times")]
    [InlineData(
        "\"capacityPairs\": 47", "\"capacityPairs\": 47, \"translations\": { \"es\": { \"programme\": \"RIB\" } }",
        "translations: \"es\" is not among the languages that are offered")]
    [InlineData(
        "\"liaisonLoad\": 8",
        "\"liaisonLoad\": 8, \"language\": \"ar\"",
        "committee, ada: the committee's mails and pages are in en only, not in \"ar\"")]
    [InlineData(
        "\"timeZone\"",
        "\"shortName\": \"A name that is far too long\", \"timeZone\"",
        "shortName: \"A name that is far too long\" may have 1 to 20 letters.")]
    [InlineData("ada@example.org", "nowhere", "committee, ada: \"nowhere\" is not a mail address")]
    public void GivenOneBrokenRule_WhenRead_ThenItIsNamed(string sound, string broken, string expected)
    {
        var problems = AppParts.SettingsFile.Parse(Sound.Replace(sound, broken, StringComparison.Ordinal)).Problems;

        Assert.StartsWith(expected, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is not JSON")]
    [InlineData("{ \"id\": ", "The file is not JSON: line 1")]
    [InlineData("{ \"id\": \"a\",\n capacityPair: 4 }", "The file is not JSON: line 2, column 2, in \"capacityPair: 4 }\"")]
    [InlineData("{ \"id\": \"a\", \"ID\": \"b\" }", "id: is there 2 times.")]
    [InlineData("[]", "The file: a group of settings in { } is expected.")]
    [InlineData("null", "The file: a group of settings in { } is expected.")]
    public void GivenNoSettingsAtAll_WhenRead_ThenItSaysSo(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(AppParts.SettingsFile.Parse(text).Problems), StringComparison.Ordinal);
}
