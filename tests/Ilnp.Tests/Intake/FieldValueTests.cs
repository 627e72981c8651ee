using System.Globalization;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Tests.Intake;

/// <summary>Single answers from the field, each read as it was meant or told as not understood.</summary>
public sealed class FieldValueTests
{
    static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");
    static readonly Topics Interests = Topics.Interests(new());

    [Theory, InlineData("countries-brackets"), InlineData("countries-names"), InlineData("countries-town-state")]
    public void GivenCountriesFromTheField_WhenRead_ThenEachIsTheRightOneOrAsked(string file) =>
        AssertEach(file, value => Countries.Find(value.Input), value => value.Any);

    [Fact]
    public void GivenLanguagesFromTheField_WhenRead_ThenEachIsKnown() =>
        AssertEach("languages-names", value => string.Join(",", Languages.FindAll(value.Input)), value => [string.Join(",", value.Any)]);

    [Theory, InlineData("lists-remarks"), InlineData("lists-and"), InlineData("lists-lines")]
    public void GivenListsFromTheField_WhenSplit_ThenEachThingIsFound(string file) =>
        AssertEach(
            file,
            value => string.Join(",", Split(value.Input, value.Of == "interests" ? Interests.Find : Languages.Find)),
            value => [string.Join(",", value.Any)]);

    [Theory, InlineData("replies"), InlineData("replies-consent")]
    public void GivenRepliesFromTheField_WhenRead_ThenTheyAreUnderstoodByMeaning(string file) =>
        AssertEach(file, value => Replies.Find(value.Input)?.ToString(), value => value.Any);

    [Fact]
    public void GivenTimeZonesFromTheField_WhenRead_ThenEachIsAnIanaName() =>
        AssertEach("timezones", value => TimeZones.Find(value.Input), value => value.Any);

    [Fact]
    public void GivenYearsFromTheField_WhenRead_ThenNobodyBecomesABeginner() =>
        AssertEach("years", value => YearsAnswer.Read(value.Input).Value?.ToString(CultureInfo.InvariantCulture), value => value.Any);

    [Fact]
    public void GivenDatesFromTheField_WhenRead_ThenEachIsItsMomentInUtc() =>
        AssertEach("dates", value => Moment(value.Input), value => [value.Expected.GetString()]);

    [Fact]
    public void GivenAddressesFromTheField_WhenRead_ThenTheyAreCleanedOrAsked() =>
        AssertEach(
            "email",
            value => $"{EmailAddress.Read(value.Input).Value} {EmailAddress.Read(value.Input).Problem is not null}",
            value => [$"{value.Expected.GetString()} {value.IsNoted}"]);

    [Fact]
    public void GivenNamesFromTheField_WhenRead_ThenOnlyThoseThatShowNothingAreMissing() =>
        AssertEach(
            "names",
            value => $"{TextAnswer.Read(value.Input, 200).Value} {TextAnswer.Read(value.Input, 200).Problem is not null}",
            value => [$"{value.Expected.GetString()} {value.IsNoted}"]);

    /// <summary>All of a file at once, so that a failure shows everything that is wrong.</summary>
    static void AssertEach(string file, Func<FieldValue, string?> read, Func<FieldValue, IReadOnlyList<string?>> right)
    {
        var values = FieldValues.Of(file).ToList();
        var wrong = values.Where(value => !right(value).Contains(read(value), StringComparer.OrdinalIgnoreCase))
            .Select(value =>
                $"“{value.Input}” is read as “{read(value) ?? "nothing"}”, not "
                    + $"“{string.Join("” or “", right(value).Select(text => text ?? "nothing"))}”")
            .ToList();

        Assert.NotEmpty(values);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    static IEnumerable<string> Split(string text, Func<string, string?> find) =>
        ListAnswer.Split(TextAnswer.ReadLines(text).Select(line => line.Value).ToList(), item => find(item) is not null)
            .Select(item => find(item) ?? $"«{item}»");

    static string? Moment(string text)
    {
        var reading = MomentAnswer.Read(text, new(2023, 4, 10, 12, 0, 0, TimeSpan.Zero), Chicago, dayFirst: null);
        return reading.Problem ?? reading.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
