using System.Text;
using Ilnp.Local.Pilot.Applications;
using Ilnp.Local.Running;
using Ilnp.Programme;

namespace Ilnp.Tests.Local.Applications;

public sealed class ApplicationsFileTests : IDisposable
{
    const string Header = "Timestamp,Email Address,Full name,Country,Languages you can use,\"Areas of interest, most important first\","
        + "Do you have access to the internet and e-mail?,Can you communicate at least once every two weeks?,Can you commit to the "
        + "four months of the program?\n";

    static readonly CohortSettings Settings = new()
    {
        Id = "test",
        Name = "Test",
        TimeZone = "America/Chicago",
        CapacityPairs = 20,
        Dates = new()
        {
            Announce = new(2020, 3, 2),
            ApplicationsClose = new(2020, 3, 31),
            AskAvailability = new(2020, 4, 10),
            AvailabilityCloses = new(2020, 4, 24),
            Introduce = new(2020, 5, 4),
            MidSurvey = new(2020, 7, 1),
        },
        Committee = [],
    };

    readonly string path = Path.GetTempFileName();

    [Fact]
    public void GivenTheExportThatShips_WhenRead_ThenAllRowsAreThereInOrder()
    {
        var rows = ApplicationsFile.Read(ProjectFolder.Sample("applications-2020-google-forms.csv"), Settings);
        Assert.Equal(Enumerable.Range(1, 488), rows.Select(row => row.Row));
        Assert.Equal(new DateTimeOffset(2020, 3, 2, 14, 11, 52, TimeSpan.Zero), rows[0].SentAt);
        Assert.Equal(rows.OrderBy(row => row.SentAt).Select(row => row.Row), rows.Select(row => row.Row));
        Assert.All(rows, row => Assert.Equal(13, row.Answers.Count));
    }

    [Theory]
    [InlineData("2020/03/05 2:11:52 PM GMT", "2020-03-05T14:11:52Z")]
    [InlineData("2020/03/05 2:11:52 PM GMT+2", "2020-03-05T12:11:52Z")]
    [InlineData("3/5/2020 14:11:52", "2020-03-05T20:11:52Z")]
    [InlineData("yesterday", "2020-03-04T00:00:00Z")]
    [InlineData("", "2020-03-04T00:00:00Z")]
    public void GivenATimestamp_WhenRead_ThenItIsThatMomentOrTheRowBefores(string written, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected), Read($"{Header}2020-03-04T00:00:00Z,a@b.example,A\n{written},b@b.example,B")[1].SentAt);

    [Fact]
    public void GivenABrokenFirstTimestamp_WhenRead_ThenTheRowGoesWithTheAnnouncement() =>
        Assert.Equal(new ProgrammeCalendar(Settings).Announce, Read($"{Header}soon,a@b.example,A")[0].SentAt.UtcDateTime);

    [Fact]
    public void GivenShortLinesQuotesAndLineBreaks_WhenRead_ThenRowsAreWholeAndShortOnesHaveANote()
    {
        var rows = Read($"{Header}2020-03-04T00:00:00Z,a@b.example\n2020-03-04T00:00:00Z,b@b.example,\"two\nlines, \"\"quoted\"\"\"");
        Assert.Equal(["", "two\nlines, \"quoted\""], rows.Select(row => row.Answers[2].Answer));
        Assert.All(rows, row => Assert.Contains("cells", row.Note, StringComparison.Ordinal));
    }

    [Fact]
    public void GivenAnotherEncoding_WhenRead_ThenNamesAreRight()
    {
        File.WriteAllBytes(
            path,
            Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"{Header}2020-03-04T00:00:00Z,a@b.example,王芳")).ToArray());
        Assert.Equal("王芳", ApplicationsFile.Read(path, Settings)[0].Answers[2].Answer);
    }

    [Theory]
    [InlineData("", "no applications")]
    [InlineData(Header, "no applications")]
    [InlineData("Timestamp,Full name\n2020-03-04T00:00:00Z,A", "e-mail address")]
    [InlineData("Email Address,Full name\na@b.example,A", "Timestamp")]
    public void GivenWhatIsNoExport_WhenRead_ThenTheProblemSaysWhatToDo(string text, string says) =>
        Assert.Contains(says, Assert.Throws<LocalProblem>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenNoFile_WhenRead_ThenTheProblemNamesTheOption() =>
        Assert.Contains(
            "--applications",
            Assert.Throws<LocalProblem>(() => ApplicationsFile.Read("/nowhere.csv", Settings)).Message,
            StringComparison.Ordinal);

    IReadOnlyList<ApplicationRow> Read(string text)
    {
        File.WriteAllText(path, text);
        return ApplicationsFile.Read(path, Settings);
    }

    public void Dispose() => File.Delete(path);
}
