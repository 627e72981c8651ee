using System.Globalization;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;

namespace Ilnp.Tests.Intake.Answers;

/// <summary>A zone that several countries call theirs decides nothing by chance.</summary>
public sealed class MomentZoneTests
{
    static readonly TimeZoneInfo Lagos = TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos");

    /// <summary>Closes at the end of 31 March, UTC.</summary>
    static readonly ApplyingTime Applying = ApplyingTime.Of(Samples.Cohort("c") with { TimeZone = "UTC" });

    [Theory]
    [InlineData("Saudi Arabia", "AST", "09:00")]
    [InlineData("Kuwait", "AST", "09:00")]
    [InlineData("Puerto Rico", "AST", "16:00")]
    [InlineData("Canada", "AST", "16:00")]
    [InlineData("China", "CST", "04:00")]
    [InlineData("Taiwan", "CST", "04:00")]
    [InlineData("Mexico", "CST", "18:00")]
    [InlineData("Cuba", "CST", "17:00")]
    [InlineData("India", "IST", "06:30")]
    [InlineData("Israel", "IST", "10:00")]
    [InlineData("Ireland", "IST", "11:00")]
    [InlineData("Australia", "EST", "02:00")]
    [InlineData("Peru", "EST", "17:00")]
    [InlineData("United Kingdom", "BST", "11:00")]
    [InlineData("Bangladesh", "BST", "06:00")]
    public void GivenAPersonsCountry_WhenTheirMomentIsRead_ThenItsZoneIsTheCountrys(string country, string zone, string utc)
    {
        var read = Read($"2020/03/31 12:00:00 PM {zone}", country);

        Assert.Equal((true, utc), (read.IsAppliedAtKnown, read.AppliedAt.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2020/03/05 12:00:00 PM AST", "Kenya", true, false)]
    [InlineData("2020/03/05 12:00:00 PM AST", "Germany", true, false)]
    [InlineData("2020/03/31 9:00:00 PM AST", "Germany", false, true)]
    [InlineData("2020/04/01 1:00:00 AM AST", "Germany", false, true)]
    [InlineData("2020/04/02 9:00:00 PM AST", "Germany", true, false)]
    [InlineData("2020/03/31 9:00:00 PM CET", "Germany", true, false)]
    [InlineData("2020/03/05 12:00:00 PM IST", "Germany", false, true)]
    public void GivenACountryThatHasNoneOfThem_WhenItDecidesWhoIsLate_ThenNobodyIsAndItIsTold(
        string stamp, string country, bool isKnown, bool isTold)
    {
        var read = Read(stamp, country);

        Assert.Equal((isKnown, isTold), (read.IsAppliedAtKnown, read.Findings.Any(finding => finding.Field == "appliedAt")));
    }

    [Theory, InlineData("Kuwait", "AST", "Asia/Kuwait"),
        InlineData("Saudi Arabia", "AST", "Asia/Riyadh"),
        InlineData("Australia", "EST", "Australia/Sydney"),
        InlineData("Mexico", "CST", "America/Mexico_City")]
    public void GivenAPersonsCountry_WhenTheirZoneIsAnAbbreviation_ThenItIsTheCountrys(string country, string zone, string right) =>
        Assert.Equal(right, Read("2020/03/05 12:00", country, zone).Answers.TimeZone);

    [Fact]
    public void GivenACountryThatIsNotKnown_WhenTheZoneMayBeSeveral_ThenItIsTold() =>
        Assert.Contains(
            Read("2020/03/05 12:00", "Atlantis", "AST").Findings,
            finding => finding.Words.Contains("several countries", StringComparison.Ordinal));

    static ReadApplication Read(string stamp, string country, string zone = "") => new ApplicationReader(new(), Lagos, Applying).Read(
        new RawSubmission("x", stamp, 1, [new(["Country"], [country]), new(["Time zone"], zone.Length > 0 ? [zone] : [])]),
        new(2020, 4, 20, 0, 0, 0, TimeSpan.Zero));
}
