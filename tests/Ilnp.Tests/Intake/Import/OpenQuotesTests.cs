using System.Text;
using Ilnp.Intake.Import;

namespace Ilnp.Tests.Intake.Import;

/// <summary>A quote that nothing closes loses nobody without a word.</summary>
public sealed class OpenQuotesTests
{
    static readonly string[] Header = ["Timestamp", "Email Address", "Full name", "Country", "Languages you can use", "Interests"];

    [Theory]
    [InlineData("\"Archives")]
    [InlineData("\"")]
    public void GivenAQuoteThatNothingCloses_WhenTheRowIsWholeWithoutIt_ThenEverybodyIsReadAndItIsTold(string interests)
    {
        var export = Read(
            Line("a", "Peru", "Spanish", "Archives"),
            Raw("b", interests),
            Line("c", "Chad", "French", "Archives"),
            Line("d", "Chad", "French, Arabic", "Archives"));

        Assert.Equal(["a@b.example", "b@b.example", "c@b.example", "d@b.example"], export.Rows.Select(row => row.Answers[1].Text));
        Assert.Contains("In line 3 of the file a quote", Assert.Single(export.Problems), StringComparison.Ordinal);
        Assert.Equal([2], export.Rows.Where(row => row.Note is not null).Select(row => row.Number));
    }

    [Fact]
    public void GivenAQuoteThatTheNextCellCloses_WhenRead_ThenTheRowsBetweenAreThere()
    {
        var export = Read(Raw("a", "\"Archives"), Raw("b", "Archives"), Raw("c", "Archives\""), Raw("d", "Archives"));

        Assert.Equal(4, export.Rows.Count);
        Assert.Contains("In line 2", Assert.Single(export.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Spanish, English,Archives", "In line 3 of the file a quote")]
    [InlineData("Spanish,\"Archives\r\nMetadata", "In line 3 of the file a quote")]
    public void GivenAQuoteThatLeavesItOpen_WhenRead_ThenTheFileIsRefusedNamingTheLine(string rest, string words)
    {
        var row = $"2020/03/02 14:11:52,b@b.example,Bao,Peru,{rest}";
        var export = Read(Raw("a", "Archives"), row, Raw("c", "Archives"), Raw("d", "\"Archives, Metadata\""));
        if (!export.Refused)
            Assert.Equal(
                4,
                export.Rows.Count(row => row.Answers[1].Values.Count > 0 && row.Answers[1].Text.Contains('@', StringComparison.Ordinal)));

        Assert.Contains(words, export.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAQuoteInTheHeader_WhenRead_ThenTheFileIsRefusedNamingTheLine()
    {
        var text = string.Join(',', Header).Replace("Country", "\"Country", StringComparison.Ordinal)
            + "\r\n" + Raw("a", "Archives") + "\r\n" + Raw("b", "\"Archives, Metadata\"") + "\r\n";
        var export = ExportFile.Read(Encoding.UTF8.GetBytes(text));

        Assert.True(export.Refused);
        Assert.Contains("In line 1 of the file", Assert.Single(export.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Archives\r\nMetadata\r\nOpen access\"")]
    [InlineData("\"Archives,\r\nMetadata, and more, in all, of them, too, always\"")]
    [InlineData("\"The \"\"old\"\" library:\r\nask a@b.example\"")]
    [InlineData("He said \"hi")]
    [InlineData("5\" disks")]
    public void GivenAnAnswerWithLinesOrAQuoteInside_WhenRead_ThenItIsOneAnswerAndNothingIsTold(string interests)
    {
        var export = Read(Raw("a", interests), Raw("b", "Archives"));

        Assert.Equal(2, export.Rows.Count);
        Assert.Empty(export.Problems);
    }

    [Theory]
    [InlineData("2020/03/05 14:11:52,c@b.ex")]
    [InlineData("2020/03/05 14:11:52,c@b.example,Carla,Chad,\"French, Ar")]
    public void GivenAFileThatIsCutOff_WhenRead_ThenThatIsTold(string last)
    {
        var export = ExportFile.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", string.Join(',', Header), Raw("a", "Archives"), last)));

        Assert.Contains("cut off", Assert.Single(export.Problems), StringComparison.Ordinal);
        Assert.NotNull(export.Rows[^1].Note);
    }

    [Theory, InlineData(91), InlineData(92)]
    public void GivenAQuoteAtTheBeginningOfAnyCell_WhenRead_ThenNobodyIsLostWithoutAWord(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            var rows = Enumerable.Range(0, random.Next(2, 7)).Select(Cells).ToList();
            var (row, cell) = (random.Next(rows.Count), random.Next(Header.Length));
            var lines = rows.Select(cells => cells.Select(Quoted).ToArray()).ToList();
            lines[row][cell] = lines[row][cell].StartsWith('"') ? lines[row][cell][..^1] : $"\"{lines[row][cell]}";
            var export = ExportFile.Read(
                Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(Header).Select(cells => string.Join(',', cells))) + "\r\n"));
            var there = export.Rows.Select(read => read.Answers[1].Text.Trim('"')).ToHashSet();

            Assert.True(
                export.Problems.Count > 0 || rows.TrueForAll(cells => there.Contains(cells[1]))
                    || export.Rows.Any(read => read.Note is not null) && export.Rows.Count == rows.Count,
                $"seed {seed}:\n{string.Join("\n", lines.Select(cells => string.Join(',', cells)))}");
        }

        string[] Cells(int k) =>
        [
            "2020/03/02 14:11:52", $"p{k}@b.example", random.Next(3) == 0 ? "Lima, Ana" : "Ana Lima", "Chad",
            random.Next(2) == 0 ? "French, Arabic" : "French", random.Next(4) == 0 ? "Archives\r\nMetadata" : "Archives",
        ];
    }

    [Theory, InlineData(93)]
    public void GivenAnyText_WhenRead_ThenItsRecordsAreAllOfIt(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2000; i++)
        {
            var text = new string(random.GetItems("ab\",,\n\r\"".AsSpan(), random.Next(1, 40)));
            foreach (var raw in CsvText.Of(text, ',').Records().Select(record => record.Raw).OfType<RawRecord>())
                Assert.True(text.AsSpan(raw.Place).StartsWith(raw.Text), $"seed {seed}: {text}");
        }
    }

    static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\n") ? $"\"{cell}\"" : cell;

    static string Line(string who, params string[] rest) =>
        string.Join(',', new[] { "2020/03/02 14:11:52", $"{who}@b.example", "Ana" }.Concat(rest.Select(Quoted)));

    static string Raw(string who, string interests) => $"2020/03/02 14:11:52,{who}@b.example,Ana,Peru,Spanish,{interests}";

    static ExportFile Read(params string[] lines) =>
        ExportFile.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(string.Join(',', Header))) + "\r\n"));
}
