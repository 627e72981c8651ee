using System.Globalization;
using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;

namespace Ilnp.Tests.Intake.Import;

/// <summary>Years of two digits: wherever a file has them, its dates are right or asked.</summary>
public sealed class ShortYearProperties
{
    static readonly string[] Orders = ["yMd", "ydM", "Mdy", "dMy", "Myd", "dyM"];

    [Theory, InlineData(81), InlineData(82), InlineData(83)]
    public void GivenAnyOrderOfYearMonthAndDay_WhenTheFileIsRead_ThenItsDaysAreRightOrAsked(int seed)
    {
        var random = new Random(seed);
        var decided = 0;
        for (var i = 0; i < 600; i++)
        {
            var (order, year) = (Orders[random.Next(Orders.Length)], random.Next(2019, 2035));
            var sign = "-/."[random.Next(order == "Mdy" ? 2 : 3)]; // With dots nobody writes the month before the day.
            var applying = ApplyingTime.Of(Samples.Cohort("c", year, 3));
            var days = Enumerable.Range(0, random.Next(1, 8)).Select(_ => new DateTime(year, 3, 1).AddDays(random.Next(31)))
                .Order().ToList();
            var export = ExportFile.Read(File(days.Select(day => Written(day, order, sign))), new(), applying: applying);
            foreach (var (read, day) in export.Rows.Select(row => Read(row, applying)).Zip(days))
                Assert.True(
                    !read.IsAppliedAtKnown || read.AppliedAt.Date == day,
                    $"seed {seed}: {order} {Written(day, order, sign)} is {read.AppliedAt:u}, and not {day:u}");
            if (export.OrderProblem is null) decided++;
        }

        Assert.InRange(decided, 100, 600);
    }

    [Theory]
    [InlineData("20-03-02|20-03-15", "2020-03-02|2020-03-15")]
    [InlineData("02-03-20|15-03-20", "2020-03-02|2020-03-15")]
    [InlineData("03-02-20|03-15-20", "2020-03-02|2020-03-15")]
    [InlineData("20.03.02|20.03.15", "2020-03-02|2020-03-15")]
    [InlineData("02.03.20", "2020-03-02")]
    public void GivenDatesThatOneOrderAllows_WhenRead_ThenItIsTheFiles(string cells, string days)
    {
        var applying = ApplyingTime.Of(Samples.Cohort("c"));
        var export = ExportFile.Read(File(cells.Split('|')), new(), applying: applying);

        Assert.Null(export.OrderProblem);
        Assert.Equal(
            days.Split('|'), export.Rows.Select(row => Read(row, applying).AppliedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void GivenAYearThatMayStandAnywhere_WhenTheCommitteeSaysThatItIsFirst_ThenItCounts()
    {
        var (applying, settings) = (ApplyingTime.Of(Samples.Cohort("c")), new IntakeSettings { YearFirst = true });
        var asked = ExportFile.Read(File(["20-03-02"]), new(), applying: applying);
        var said = ExportFile.Read(File(["20-03-02"]), settings, applying: applying);

        Assert.Contains("yearFirst", asked.OrderProblem, StringComparison.Ordinal);
        Assert.False(Read(asked.Rows[0], applying).IsAppliedAtKnown);
        Assert.Null(said.OrderProblem);
        Assert.Equal("2020-03-02", said.Rows[0].Timestamp);
    }

    [Theory, InlineData("2002-03-20 10:00", false),
        InlineData("2017-12-01 10:00", false),
        InlineData("2019-04-01 10:00", true),
        InlineData("20-Mar-02", true),
        InlineData("02-Mar-20", true)]
    public void GivenAStampFromYearsBeforeTheRound_WhenRead_ThenItIsNotBelievedAndTold(string stamp, bool isBelieved)
    {
        var applying = ApplyingTime.Of(Samples.Cohort("c"));
        var read = Read(Assert.Single(ExportFile.Read(File([stamp]), new(), applying: applying).Rows), applying);

        Assert.Equal(isBelieved, read.IsAppliedAtKnown);
        Assert.Equal(
            isBelieved ? 0 : 1, read.Findings.Count(finding => finding.Words.Contains("cannot be the date", StringComparison.Ordinal)));
    }

    static string Written(DateTime day, string order, char sign) => string.Join(sign, order.Select(part => part switch
    {
        'y' => day.ToString("yy", CultureInfo.InvariantCulture),
        'M' => day.ToString("MM", CultureInfo.InvariantCulture),
        _ => day.ToString("dd", CultureInfo.InvariantCulture),
    }));

    static byte[] File(IEnumerable<string> dates) =>
        Encoding.UTF8.GetBytes(
            "Timestamp,Email Address,Full name\r\n" + string.Concat(dates.Select((date, k) => $"{date},p{k}@b.example,Ana\r\n")));

    static ReadApplication Read(ExportRow row, ApplyingTime applying) =>
        new ApplicationReader(new(), TimeZoneInfo.Utc, applying)
            .Read(new(row.ContentId, row.Timestamp, row.Number, row.Answers, row.Note), applying.Until.AddDays(-1));
}
