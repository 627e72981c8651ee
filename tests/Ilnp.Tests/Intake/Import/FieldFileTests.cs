using System.Globalization;
using System.Text;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;

namespace Ilnp.Tests.Intake.Import;

/// <summary>Whole files from the field, read as the import reads them.</summary>
public sealed class FieldFileTests
{
    static readonly DateTimeOffset Received = new(2020, 4, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("encoding-windows-1251.csv", "Анна Кузнецова RU ru,en")]
    [InlineData("encoding-gb18030.csv", "王小明 CN zh,en")]
    [InlineData("encoding-mac-excel.csv", "José Núñez MX es,en", "Zoë Müller AT de")]
    [InlineData("header-sep-line.csv", "Rosa Quispe PE es,en")]
    [InlineData("header-title-line.csv", "Rosa Quispe PE es,en")]
    [InlineData("header-repeated.csv", "Rosa Quispe PE es,en", "Bao Vu VN es,en")]
    [InlineData("delimiter-semicolons-in-heading.csv", "Rosa Quispe PE es,en")]
    [InlineData("languages-native-and-other.csv", "Rosa Quispe PE qu,es,en")]
    [InlineData("lists-one-per-line.csv", "Rosa Quispe PE en,es,qu")]
    [InlineData("name-first-last.csv", "Rosa Quispe Mamani PE es,en")]
    [InlineData("name-of-institution.csv", "Rosa Quispe PE es,en")]
    [InlineData("export-msforms-anonymous.csv", "Rosa Quispe PE es,en")]
    [InlineData("spanish-internet-question.csv", "Rosa Quispe PE es,en")]
    [InlineData("match-levels.csv", "Rosa Quispe PE en,es", "Luc Morel FR fr,es")]
    public void GivenAFileFromTheField_WhenRead_ThenEverybodyIsWhoTheyAre(string file, params string[] people) =>
        Assert.Equal(
            people, Read(file).Select(read => $"{read.Answers.Name} {read.Answers.Country} {string.Join(',', read.Answers.Languages)}"));

    [Theory]
    [InlineData("date-day-first-mixed.csv", "2020-03-02T20:11:52Z", "2020-03-04T15:00:00Z", "2020-03-25T13:00:00Z", "2020-04-04T13:00:00Z")]
    [InlineData("date-heading-german.csv", "2020-03-02T20:11:52Z")]
    [InlineData("date-zone-abbreviation.csv", "2020-03-02T14:15:22Z", "2020-03-05T20:02:10Z")]
    public void GivenAFileFromTheField_WhenRead_ThenTheMomentsAreOneReadingAndKnown(string file, params string[] moments)
    {
        var read = Read(file);

        Assert.All(read, application => Assert.True(application.IsAppliedAtKnown));
        Assert.Equal(
            moments, read.Select(application => application.AppliedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void GivenTheSpanishFormsQuestions_WhenRead_ThenInternetIsInternetAndTheAddressAnAddress()
    {
        var read = Assert.Single(Read("spanish-internet-question.csv"));

        Assert.Equal(
            (true, true, true, "rosa@biblio.example"),
            (read.Answers.Internet, read.Answers.Biweekly, read.Answers.Commits, read.Answers.Email));
        Assert.DoesNotContain(read.Findings, finding => finding.OfForm);
    }

    [Theory]
    [InlineData(28596, "عبد الله الهاشمي,مصر,العربية,نعم,نعم,نعم", "عبد الله الهاشمي EG ar")]
    [InlineData(20866, "Анна Кузнецова,Россия,русский,Да,Да,Да", "Анна Кузнецова RU ru")]
    [InlineData(932, "佐藤花子,日本,日本語,はい,はい,はい", "佐藤花子 JP ja")]
    [InlineData(850, "Zoë Núñez,Perú,español,Sí,Sí,Sí", "Zoë Núñez PE es")]
    public void GivenAnOldEncoding_WhenAFileIsRead_ThenEverybodyIsWhoTheyAre(int page, string row, string right)
    {
        var read = Assert.Single(ReadBytes(Encoded(page, row)));

        Assert.Equal(right, $"{read.Answers.Name} {read.Answers.Country} {string.Join(',', read.Answers.Languages)}");
    }

    [Theory, InlineData(28596, "محمود الخطيب,Egypt,Arabic,Yes,Yes,Yes"), InlineData(874, "สมชาย ใจดี,Thailand,Thai,Yes,Yes,Yes")]
    public void GivenAnotherAlphabetWithNoWordThatIsKnown_WhenAFileIsRead_ThenItIsRefusedAndNobodyGarbled(int page, string row) =>
        Assert.True(ExportFile.Read(Encoded(page, row)).Refused);

    [Fact]
    public void GivenRefusalsInManyWords_WhenRead_ThenOnlyTheyRefuse() =>
        Assert.Equal([false, true, true], Read("match-cannot.csv").Select(read => read.Answers.Commits));

    [Fact]
    public void GivenTownsWithStates_WhenRead_ThenNobodyIsPutIntoAnotherCountry() =>
        Assert.All(Read("match-us-states.csv"), read => Assert.Contains(read.Answers.Country, (string[])["US", "ZZ"]));

    [Fact]
    public void GivenLists_WhenReadFromLines_ThenInterestsAreApartToo() =>
        Assert.Equal(["archives", "metadata"], Assert.Single(Read("lists-one-per-line.csv")).Answers.Interests);

    [Theory]
    [InlineData("typeform", "typeform-first-last.json", "Rosa Quispe Mamani", "es,en")]
    [InlineData("formbricks", "formbricks-matrix.json", "Rosa Quispe", "es,en")]
    [InlineData("jotform", "jotform-checkbox-other.multipart", "Rosa Quispe Mamani", "es,en,qu")]
    [InlineData("tally", "tally-nothing-ticked.json", "Rosa Quispe", "")]
    public void GivenAMessageFromTheField_WhenRead_ThenItsShapeIsUnderstood(string provider, string file, string name, string languages)
    {
        var type = provider == "jotform" ? "multipart/form-data; boundary=XB" : "application/json";
        var said = FormProvider.Find(provider)!.Read(new(File.ReadAllBytes(Samples.FieldPath(file)), type)).Submission!;
        var read = new ApplicationReader(new(), TimeZoneInfo.Utc).Read(said, Received);

        Assert.Equal((name, languages), (read.Answers.Name, string.Join(',', read.Answers.Languages)));
        Assert.Equal((true, true), (read.Answers.Internet, read.Answers.Commits));
        if (languages.Length == 0) Assert.Contains(read.Findings, finding => finding is { Field: "languages", OfForm: false });
    }

    static byte[] Encoded(int page, string row) => CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(
        "Timestamp,Email Address,Full name,Country,Languages,Internet access?,Every two weeks?,Four months?\r\n"
            + $"2020/03/02 9:15:22,a@x.example,{row}\r\n");

    static IReadOnlyList<ReadApplication> Read(string file) => ReadBytes(File.ReadAllBytes(Samples.FieldPath(file)));

    static IReadOnlyList<ReadApplication> ReadBytes(byte[] file)
    {
        var reader = new ApplicationReader(new(), TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"));
        var rows = GoogleFormsExport.Read(file);
        return [.. rows.Select(row =>
            reader.Read(new RawSubmission(row.ContentId, row.Timestamp, row.Number, row.Answers, row.Note), Received))];
    }
}
