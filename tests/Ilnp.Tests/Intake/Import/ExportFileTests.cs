using System.Text;
using Ilnp.Intake.Import;
using MiniExcelLibs;

namespace Ilnp.Tests.Intake.Import;

public sealed class ExportFileTests
{
    static readonly string[] Header = ["Timestamp", "Email Address", "Full name", "Country", "Languages you can use"];

    static readonly string[][] People =
    [
        ["2020/03/02 14:11:52", "anna@biblio.example", "Анна Кузнецова", "Россия", "русский, английский"],
        ["2020/03/03 14:11:52", "boris@biblio.example", "Борис Щукин", "Беларусь", "белорусский"],
    ];

    public static TheoryData<int, string[]> Pages() => new()
    {
        { 1251, ["Анна Кузнецова", "Россия", "русский"] },
        { 20866, ["Анна Кузнецова", "Россия", "русский"] },
        { 866, ["Анна Кузнецова", "Россия", "русский"] },
        { 10007, ["Анна Кузнецова", "Россия", "русский"] },
        { 28595, ["Анна Кузнецова", "Россия", "русский"] },
        { 1250, ["Łukasz Wójcik", "Włochy", "włoski, angielski"] },
        { 28592, ["Jiří Dvořák", "Německo", "němčina, čeština"] },
        { 1252, ["Zoë Núñez", "España", "Español, Inglés"] },
        { 10000, ["José Núñez", "México", "Español, Inglés"] },
        { 1253, ["Νίκος Παπαδόπουλος", "Ελλάδα", "Ελληνικά"] },
        { 1254, ["Ayşe Yılmaz", "Türkiye", "Türkçe, İngilizce"] },
        { 1255, ["דנה כהן", "ישראל", "עברית"] },
        { 1256, ["عبد الله الهاشمي", "مصر", "العربية"] },
        { 874, ["สมชาย ใจดี", "ไทย", "ไทย"] },
        { 932, ["山田花子", "日本", "日本語"] },
        { 51932, ["山田花子", "日本", "日本語"] },
        { 54936, ["王小明", "中国", "中文"] },
        { 950, ["王小明", "台灣", "中文"] },
        { 949, ["김민수", "대한민국", "한국어"] },
    };

    [Theory, MemberData(nameof(Pages))]
    public void GivenAnOldEncoding_WhenRead_ThenThePeopleAreWholeOrTheFileIsRefused(int page, string[] person)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        var file = encoding.GetBytes($"{string.Join(';', Header)}\r\n2020/03/02 14:11:52;a@b.example;{string.Join(';', person)}\r\n");
        var export = ExportFile.Read(file);

        Assert.False(export.Refused, string.Join(' ', export.Problems));
        Assert.Equal(person, Assert.Single(export.Rows).Answers.Skip(2).Select(answer => answer.Text));
        Assert.NotEmpty(export.Problems);
    }

    [Fact]
    public void GivenBytesThatSeveralEncodingsMayMean_WhenRead_ThenTheFileIsRefusedAndNobodyIsGarbled()
    {
        var file = CodePagesEncodingProvider.Instance.GetEncoding(54936)!
            .GetBytes($"{string.Join(',', Header)}\r\n2020/03/02 14:11:52,a@b.example,王小明,China,Chinese\r\n");
        var export = ExportFile.Read(file);

        Assert.True(export.Refused);
        Assert.Contains("UTF-8", Assert.Single(export.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAWorkbook_WhenRead_ThenItsRowsAreTheSameAsTheCsvs()
    {
        using var file = new MemoryStream();
        file.SaveAs(
            People.Select(person =>
                Header.Zip(person).ToDictionary(
                    cell => cell.First,
                    cell =>
                        cell.First == "Timestamp"
                            ? DateTime.Parse(cell.Second, System.Globalization.CultureInfo.InvariantCulture)
                            : (object)cell.Second)));
        var export = ExportFile.Read(file.ToArray());

        Assert.Equal(People.Select(person => person[2]), export.Rows.Select(row => row.Answers[2].Text));
        Assert.Equal(["2020-03-02 14:11:52", "2020-03-03 14:11:52"], export.Rows.Select(row => row.Timestamp));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 not a zip", "damaged")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("<html><table></table></html>", "web page")]
    [InlineData("one,two,three\r\n1,2,3\r\n", "no header row")]
    public void GivenSomethingElse_WhenRead_ThenItIsRefusedWithAReason(string text, string reason)
    {
        var export = ExportFile.Read(Encoding.Latin1.GetBytes(text));

        Assert.True(export.Refused);
        Assert.Contains(reason, Assert.Single(export.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01/03/2020 10:00:00|02/03/2020 10:00:00|01/04/2020 10:00:00", "2020-03-01|2020-03-02|2020-04-01")]
    [InlineData("2/3/2020 10:00|2/13/2020 10:00|3/1/2020 10:00", "2020-02-03|2020-02-13|2020-03-01")]
    [InlineData("3/2/2020 9:15:22 PM|4/2/2020 9:15:22 AM", "2020-03-02|2020-04-02")]
    [InlineData("3/02/2020 9:15:22 PM|4/02/2020 9:15:22 AM", "2020-02-03|2020-02-04")]
    [InlineData("03/02/2020 09:15 PM|09/02/2020 09:15 AM|01/03/2020 09:15 AM", "2020-02-03|2020-02-09|2020-03-01")]
    [InlineData("05/03/2020 10:00|04/03/2020 10:00|03/03/2020 10:00|12/02/2020 10:00", "2020-03-05|2020-03-04|2020-03-03|2020-02-12")]
    [InlineData("02-03-2020 10:00|03-13-2020 10:00", "2020-02-03|2020-03-13")]
    [InlineData("02.03.2020 10:00|03.13.2020 10:00", "2020-02-03|2020-03-13")]
    public void GivenDatesOfOneFile_WhenRead_ThenAllAreReadInOneOrder(string cells, string days)
    {
        var rows = ExportFile.Read(Dates(cells)).Rows;

        Assert.Equal(days.Split('|'), rows.Select(row => row.Timestamp![..10]));
    }

    [Theory, InlineData("03/02/2020 10:00:00"),
        InlineData("03/02/2020 10:00|05/04/2020 10:00|04/03/2020 10:00"),
        InlineData("03/02/2020 09:15:22 PM|04/02/2020 09:15:22 AM")]
    [InlineData("02-03-2020 10:00"),
        InlineData("2-3-2020"),
        InlineData("02–03–2020 10:00"),
        InlineData("02-03-20 10:00"),
        InlineData("2020-02-03 10:00|03-04-2020 10:00")]
    [InlineData("02-03-2020 10:00|25/03/2020 10:00"), InlineData("02-03-2020 10:00|03-04-2020 10:00 PM")]
    public void GivenDatesThatNothingDecides_WhenRead_ThenItIsAsked(string cells) =>
        Assert.Contains("dayFirst", Assert.Single(ExportFile.Read(Dates(cells)).Problems), StringComparison.Ordinal);

    [Fact]
    public void GivenNoColumnOfMoments_WhenRead_ThenThatIsTold() =>
        Assert.Contains(
            "moment of applying",
            Assert.Single(ExportFile.Read(Encoding.UTF8.GetBytes("Email Address,Full name\r\na@b.example,Ana\r\n")).Problems),
            StringComparison.Ordinal);

    static byte[] Dates(string cells) =>
        Encoding.UTF8.GetBytes("Timestamp,Email Address,Full name\r\n"
            + string.Concat(cells.Split('|').Select((cell, k) => $"{cell},p{k}@b.example,Ana\r\n")));
}
