using System.Globalization;
using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;

namespace Ilnp.Tests.Intake.Import;

/// <summary>Whatever sign and order a file writes its dates with, no day is taken for another one.</summary>
public sealed class DateOrderProperties
{
    static readonly DateTimeOffset Received = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(71), InlineData(72)]
    public void GivenDatesInAnyOrder_WhenTheFileIsRead_ThenTheyAreRightOrAskedAndNobodyIsLate(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            var format = random.GetItems([
                "dd-MM-yyyy HH:mm", "MM-dd-yyyy HH:mm", "d-M-yyyy", "M-d-yyyy", "dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm", "dd.MM.yyyy HH:mm",
            ], 1)[0];
            var days = Enumerable.Range(0, random.Next(1, 3))
                .Select(_ => new DateTime(2020, random.Next(1, 13), random.Next(1, 29), 14, 11, 0)).ToList();
            var export = ExportFile.Read(File(days.Select(day => day.ToString(format, CultureInfo.InvariantCulture))));
            var isAsked = export.OrderProblem is not null;

            foreach (var (read, day) in export.Rows.Select(row => Read(row, new())).Zip(days))
                Assert.True(
                    isAsked ? !read.IsAppliedAtKnown || day.Month == day.Day : read.IsAppliedAtKnown && read.AppliedAt.Date == day.Date,
                    $"seed {seed}: {format} {day:u} is {read.AppliedAt:u}");
            if (days.TrueForAll(day => day is { Day: <= 12 } && day.Day != day.Month)
                && days.Count == 1 && !format.Contains('.', StringComparison.Ordinal))
                Assert.True(isAsked, $"seed {seed}: {format} {days[0]:u} is not asked");
        }
    }

    [Theory, InlineData(true, "2020-03-02"), InlineData(false, "2020-02-03")]
    public void GivenDashesThatNothingDecides_WhenTheCommitteeSaysTheOrder_ThenItCounts(bool dayFirst, string day)
    {
        var settings = new IntakeSettings { DayFirst = dayFirst };
        var export = ExportFile.Read(File(["02-03-2020 14:11"]), settings);
        var read = Read(Assert.Single(export.Rows), settings);

        Assert.Empty(export.Problems);
        Assert.Equal((true, day), (read.IsAppliedAtKnown, read.AppliedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Timestamp (CET)", "2020-03-31 23:30", "2020-03-31T22:30")]
    [InlineData("Submitted [MEZ]", "2020-03-31 23:30", "2020-03-31T22:30")]
    [InlineData("Timestamp (GMT-05:00)", "2020-03-31 23:30", "2020-04-01T04:30")]
    [InlineData("Timestamp (America/Lima)", "2020-03-31 23:30", null)]
    [InlineData("Timestamp (ABC)", "2020-03-31 23:30", "2020-03-31T23:30")]
    public void GivenAHeadingThatNamesAZone_WhenRead_ThenItsMomentsAreThereOrTold(string heading, string date, string? moment)
    {
        var read = Read(Assert.Single(ExportFile.Read(File([date], heading)).Rows), new());

        Assert.Equal(moment, read.IsAppliedAtKnown ? read.AppliedAt.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : null);
    }

    static byte[] File(IEnumerable<string> dates, string heading = "Timestamp") =>
        Encoding.UTF8.GetBytes(
            heading + ",Email Address,Full name\r\n" + string.Concat(dates.Select((date, k) => $"{date},p{k}@b.example,Ana\r\n")));

    static ReadApplication Read(ExportRow row, IntakeSettings settings) =>
        new ApplicationReader(settings, TimeZoneInfo.Utc)
            .Read(new(row.ContentId, row.Timestamp, row.Number, row.Answers, row.Note), Received);
}
