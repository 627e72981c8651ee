using System.Text;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;

namespace Ilnp.Tests.Intake.Import;

public sealed class GoogleFormsExportTests
{
    const string Header = "Timestamp,Email Address,Full name,Country\r\n";

    public static TheoryData<string, byte[]> Encodings()
    {
        var text = Header + "2020/03/02 2:11:52 PM GMT,a@b.org,Zoë Núñez,España\r\n";
        return new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(text) },
            { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)] },
            { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] },
            { "UTF-16 without a mark", Encoding.Unicode.GetBytes(text) },
            { "UTF-16 big-endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)] },
            { "Windows-1252", Encoding.Latin1.GetBytes(text) },
            { "line feeds only", Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal)) },
            { "semicolons", Encoding.UTF8.GetBytes(text.Replace(',', ';')) },
        };
    }

    [Theory, MemberData(nameof(Encodings))]
    public void GivenAnEncoding_WhenRead_ThenTheRowIsTheSame(string encoding, byte[] file)
    {
        var row = Assert.Single(GoogleFormsExport.Read(file));

        Assert.True(row.Number == 1, encoding);
        Assert.Equal(["2020/03/02 2:11:52 PM GMT", "a@b.org", "Zoë Núñez", "España"], row.Answers.Select(answer => answer.Text));
        Assert.Equal("2020/03/02 2:11:52 PM GMT", row.Timestamp);
    }

    [Fact]
    public void GivenLinesInTwoEncodings_WhenRead_ThenBothAreWholeAndTheOddOneIsNoted()
    {
        byte[] file =
        [
            .. Encoding.UTF8.GetBytes(Header + "t,a@b.org,Zoë,España\r\n"),
            .. Encoding.Latin1.GetBytes("t,c@d.org,José,Perú\r\n"),
            .. Encoding.UTF8.GetBytes("t,e@f.org,王,中国\r\n"),
        ];
        var rows = GoogleFormsExport.Read(file);

        Assert.Equal(["Zoë", "José", "王"], rows.Select(row => row.Answers[2].Text));
        Assert.Equal([false, true, false], rows.Select(row => row.Note is not null));
    }

    [Fact]
    public void GivenQuotesWithLineBreaksCommasAndQuotes_WhenRead_ThenTheyStayInTheCell()
    {
        var rows = Read(Header + "t,a@b.org,\"Ana \"\"Aninha\"\"\r\nSilva, Lima\",Brazil\r\nt,c@d.org,Rui,Portugal\r\n");

        Assert.Equal(["Ana \"Aninha\"\r\nSilva, Lima", "Rui"], rows.Select(row => row.Answers[2].Values[0]));
        Assert.Equal([1, 2], rows.Select(row => row.Number));
    }

    [Fact]
    public void GivenEmptyRows_WhenRead_ThenTheyAreLeftOutButCounted() =>
        Assert.Equal([1, 4], Read(Header + "t,a@b.org,Ana,Chad\r\n,,,\r\n\r\nt,c@d.org,Rui,Togo\r\n").Select(row => row.Number));

    [Fact]
    public void GivenARowWithMoreOrFewerCells_WhenRead_ThenNothingIsLostAndItIsNoted()
    {
        var rows = Read(Header + "t,a@b.org,Ana,Chad,extra\r\nt,c@d.org\r\n");

        Assert.Equal("extra", rows[0].Answers[4].Text);
        Assert.All(rows, row => Assert.Contains("cells", row.Note, StringComparison.Ordinal));
    }

    [Theory, InlineData(""), InlineData("Timestamp,Email Address"), InlineData("\uFEFF")]
    public void GivenNoRows_WhenRead_ThenAProblemSaysWhatIsNeeded(string file) =>
        Assert.Contains("header row", Assert.Single(ExportColumns.Problems(Read(file), new())), StringComparison.Ordinal);

    [Fact]
    public void GivenMissingColumns_WhenChecked_ThenEachIsNamed()
    {
        var problems = ExportColumns.Problems(Read("Timestamp,Email Address,Full name\r\nt,a@b.org,Ana\r\n"), new());

        Assert.Equal(6, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("no column for the country", StringComparison.Ordinal));
    }

    [Fact]
    public void GivenTheSameContentInAnotherRow_WhenIdsAreTaken_ThenTheyAreTheSame()
    {
        var rows = Read(Header + "t,a@b.org,Ana,Chad\r\nt,c@d.org,Rui,Togo\r\nt,a@b.org,Ana,Chad\r\n");

        Assert.Equal(rows[0].ContentId, rows[2].ContentId);
        Assert.NotEqual(rows[0].ContentId, rows[1].ContentId);
    }

    [Fact]
    public void GivenARow_WhenItBecomesAMessage_ThenTheProviderReadsItBack()
    {
        var row = Read(Header + "t,a@b.org,Zoë \"Z\" Núñez\r\n")[0];
        var submission = FormProvider.Export.Read(new(row.ToMessage(), "application/json")).Submission!;

        Assert.Equal((row.ContentId, 1, row.Note), (submission.SubmissionId, submission.Row, submission.Note));
        Assert.Equal(row.Answers.Select(answer => answer.Text), submission.Answers.Select(answer => answer.Text));
    }

    static IReadOnlyList<ExportRow> Read(string text) => GoogleFormsExport.Read(Encoding.UTF8.GetBytes(text));
}
