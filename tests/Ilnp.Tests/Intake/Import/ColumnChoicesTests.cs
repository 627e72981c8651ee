using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Programme;

namespace Ilnp.Tests.Intake.Import;

/// <summary>What the committee says that columns are.</summary>
public sealed class ColumnChoicesTests
{
    static readonly CohortSettings Cohort = Samples.Cohort();

    [Fact]
    public void GivenPartsOfANameAndBoxes_WhenTheColumnsAreListed_ThenEachSaysWhatItIsReadAs()
    {
        var columns = Columns(
            "Email,First name,Last name,Languages [Spanish],Languages [English],Shoe size,", "a@b.example,Rosa,Quispe,Yes,No,38,x");

        Assert.Equal(
            [
                "Email 1 Email a@b.example", "First name 1 Name Rosa", "Last name 1 Name Quispe",
                "Languages 2 Languages Yes", "Shoe size 1 - 38", " 1 - x",
            ],
            columns.Select(column => $"{column.Heading} {column.Columns} {column.Field?.ToString() ?? "-"} {column.Example}"));
        Assert.Equal([0, 1, 2, 3, 5, 6], columns.Select(column => column.Index));
        Assert.Equal([true, true, true, true, true, false], columns.Select(column => column.CanBeChosen));
    }

    [Theory]
    [InlineData("1", "", "Quispe")]
    [InlineData("3", "name", "Rosa Quispe Mamani")]
    [InlineData("1", "country", "Quispe")]
    [InlineData("2", "nonsense", "Rosa Quispe")]
    public void GivenAName_WhenAColumnIsChosenOtherwise_ThenTheNameIsOfThoseThatAreLeft(string column, string field, string name) =>
        Assert.Equal(name, Read(
            "Email,First name,Last name,Third,Country", "a@b.example,Rosa,Quispe,Mamani,Peru", (int.Parse(column, Culture), field)).Name);

    [Fact]
    public void GivenLanguagesInTwoColumns_WhenBothAreChosen_ThenAllCount() =>
        Assert.Equal(["es", "fr"], Read("Email,Languages,More of them", "a@b.example,Spanish,French", (2, "languages")).Languages);

    [Fact]
    public void GivenAFieldInAnotherColumn_WhenItIsChosen_ThenTheFirstIsNotReadAnyMore()
    {
        var read = Read("Email,Full name,Country,Residence", "a@b.example,Rosa Quispe,Peru,Ghana", (2, ""), (3, "country"));
        Assert.Equal("GH", read.Country);
    }

    [Fact]
    public void GivenTheSettingsOwnNames_WhenTheCommitteeChoosesOtherwise_ThenTheChoiceCounts()
    {
        var settings = new IntakeSettings
        {
            Questions = new Dictionary<string, IReadOnlyList<string>> { ["country"] = ["Item 7", "Item 8"] },
        };
        var read = new ColumnChoices(new Dictionary<string, string> { ["item 7"] = "" }).In(settings);

        Assert.Equal(["Item 8"], read.Questions["country"]);
        Assert.Equal(["item 7"], read.UnusedQuestions);
    }

    [Fact]
    public void GivenChoicesOfTwoTimes_WhenPutTogether_ThenTheLaterOnesCountAndTheIdIsOfTheContent()
    {
        var (first, second) = (Choices(("a", "name"), ("b", "country")), Choices(("b", ""), ("c", "email")));

        Assert.Equal(Choices(("c", "email"), ("b", ""), ("a", "name")).Id, first.With(second).Id);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public void GivenChoicesForOtherHeadings_WhenAFileComes_ThenTheyMakeNoOtherFileOfIt()
    {
        var kept = Choices(("item 7", "country"), ("which of them", "languages"));

        Assert.Equal(Choices(("which of them", "languages")).Id, kept.About(["Email", "Which of them? [Spanish]"])!.Id);
        Assert.Null(kept.About(["Email", "Country"]));
    }

    [Fact]
    public void GivenNothingChosenOtherwise_WhenAsked_ThenThereIsNoChoice()
    {
        var columns = Columns("Email,Full name", "a@b.example,Rosa");
        Assert.Null(ColumnChoices.Of(columns, index => index == 0 ? "email" : null));
    }

    [Fact]
    public void GivenAColumnOfMomentsWithAnyHeading_WhenItIsNotToBeUsed_ThenItIsNotTakenByWhatStandsInIt()
    {
        var file = File("Zeit,Email,Full name", "2020-03-02 10:00,a@b.example,Rosa");
        var read = ReadFile.Of(Cohort, file, null, null);
        var choices = ColumnChoices.Of(ImportColumn.Of(read.Export, read.Settings), index => index == 0 ? "" : null);

        Assert.NotNull(read.Export.Rows[0].Timestamp);
        Assert.Null(ReadFile.Of(Cohort, file, null, choices).Export.Rows[0].Timestamp);
    }

    static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;

    static ColumnChoices Choices(params (string Heading, string Field)[] said) =>
        new(said.ToDictionary(one => one.Heading, one => one.Field));

    static IReadOnlyList<ImportColumn> Columns(string header, string row)
    {
        var read = ReadFile.Of(Cohort, File(header, row), null, null);
        return ImportColumn.Of(read.Export, read.Settings);
    }

    static ApplicationAnswers Read(string header, string row, params (int Column, string Field)[] wished)
    {
        var file = File(header, row);
        var choices = ColumnChoices.Of(
            Columns(header, row), index => wished.Where(one => one.Column == index).Select(one => one.Field).FirstOrDefault());
        var read = ReadFile.Of(Cohort, file, null, choices);
        var only = Assert.Single(read.Export.Rows);
        return new ApplicationReader(read.Settings, TimeZoneInfo.Utc)
            .Read(new(only.ContentId, null, 1, only.Answers), new(2020, 4, 1, 0, 0, 0, TimeSpan.Zero)).Answers;
    }

    static byte[] File(string header, string row) => Encoding.UTF8.GetBytes($"{header}\r\n{row}\r\n");
}
