using System.Globalization;
using System.Text;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Programme;

namespace Ilnp.Tests.Intake.Import;

/// <summary>Headers of services that need more than one line, and files with several moments.</summary>
public sealed class ExportShapesTests
{
    static readonly CohortSettings Cohort = Samples.Cohort("c");

    [Fact]
    public void GivenChoicesInASecondLineOfTheHeader_WhenRead_ThenEachTickedOneCountsAndNoLineIsAPerson()
    {
        var read = Assert.Single(Read(
            "Respondent ID,End Date,Email Address,First Name,Last Name,Which country do you work in?,Which languages do you speak?,,,",
            ",,,,,Open-Ended Response,English,Spanish,French,Other (please specify)",
            "1,2020-03-05 09:25:22,r@x.example,Rosa,Quispe,Peru,English,Spanish,,Quechua"));

        Assert.Equal(("Rosa Quispe", "PE"), (read.Answers.Name, read.Answers.Country));
        Assert.Equal(["en", "es", "qu"], read.Answers.Languages);
    }

    [Theory]
    [InlineData("Email Address,Full name,Country,", ",Rosa Quispe,Peru,a remark")]
    [InlineData("Email Address,Full name,,Country", "none,Rosa Quispe,x,Peru")]
    public void GivenAnAnswerBelowABlankHeading_WhenRead_ThenItIsAnAnswer(string header, string row) =>
        Assert.Equal("Rosa Quispe", Assert.Single(Read(header, row)).Answers.Name);

    [Fact]
    public void GivenAServicesOwnNamesBelowTheHeader_WhenRead_ThenTheyAreNobody()
    {
        var people = Read(
            "EndDate,Q1,Q2,Q3", "End Date,Email Address,Full name,Country",
            "\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\","
                + "\"{\"\"ImportId\"\":\"\"QID3\"\"}\"",
            "2020-03-05 09:20:22,r@x.example,Rosa,Peru");

        Assert.Equal("Rosa", Assert.Single(people).Answers.Name);
    }

    [Fact]
    public void GivenABeginningAndAnEnd_WhenOneDateShowsTheOrder_ThenItHoldsForAllEnds()
    {
        var people = Read(
            "ID,Start time,Completion time,Email,Name,Country",
            "1,3/4/20 9:15:22,3/4/20 9:25:22,r@x.example,Rosa,Peru", "2,3/25/20 9:15:22,3/25/20 9:25:22,b@x.example,Bo,Sweden");

        Assert.All(people, read => Assert.True(read.IsAppliedAtKnown));
        Assert.Equal(
            ["03-04 09:25", "03-25 09:25"], people.Select(read => read.AppliedAt.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)));
    }

    static IReadOnlyList<ReadApplication> Read(params string[] lines)
    {
        var applying = ApplyingTime.Of(Cohort);
        var export = ExportFile.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"), new(), applying: applying);
        var reader = new ApplicationReader(new(), TimeZoneInfo.Utc, applying);
        return [.. export.Rows.Select(row =>
            reader.Read(new(row.ContentId, row.Timestamp, row.Number, row.Answers, row.Note), new(2020, 4, 10, 12, 0, 0, TimeSpan.Zero)))];
    }
}
