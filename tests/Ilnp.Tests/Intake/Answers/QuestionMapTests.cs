using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;

namespace Ilnp.Tests.Intake.Answers;

public sealed class QuestionMapTests
{
    [Theory]
    [InlineData("Email Address", ApplicationField.Email)]
    [InlineData("Do you have access to the internet and e-mail?", ApplicationField.Internet)]
    [InlineData("Please give us your full name as it should appear on a certificate", ApplicationField.Name)]
    [InlineData("Which country do you work in?", ApplicationField.Country)]
    [InlineData("What kind of library do you work in, or want to work in?", ApplicationField.Library)]
    [InlineData("For how many years have you worked in libraries?", ApplicationField.Years)]
    [InlineData("Can you write to your partner once every two weeks?", ApplicationField.Biweekly)]
    [InlineData("Can you commit to the four months of the program?", ApplicationField.Commit)]
    [InlineData("Correo electrónico", ApplicationField.Email)]
    [InlineData("País de residencia", ApplicationField.Country)]
    [InlineData("four_months", ApplicationField.Commit)]
    [InlineData("Career stage", ApplicationField.CareerStage)]
    [InlineData("careerStage", ApplicationField.CareerStage)]
    [InlineData("Would you like a partner like you or different?", ApplicationField.Partner)]
    [InlineData("Which areas of interest can you help others with?", ApplicationField.Offers)]
    [InlineData("Areas of interest you would like to learn about", ApplicationField.Seeks)]
    [InlineData("Would you like to talk weekly, fortnightly or monthly?", ApplicationField.Rhythm)]
    [InlineData("¿Con qué frecuencia?", ApplicationField.Rhythm)]
    [InlineData("Preferred tools", ApplicationField.Tools)]
    [InlineData("Tools", ApplicationField.Tools)]
    public void GivenAQuestion_WhenMapped_ThenItsFieldIsFound(string title, ApplicationField field) =>
        Assert.Equal([field], new QuestionMap(new()).Map([new([title], ["x"])]).Keys);

    [Theory]
    [InlineData("What do you hope for?")]
    [InlineData("What do you hope for from your partner?")]
    [InlineData("Which tools are you expert in?")]
    [InlineData("How did you hear what the programme offers?")]
    public void GivenAQuestionAboutSomethingElse_WhenMapped_ThenItIsLeft(string title) =>
        Assert.Empty(new QuestionMap(new()).Map([new([title], ["x"])]));

    [Fact]
    public void GivenAQuestionNamedInTheSettings_WhenMapped_ThenItGoesBeforeAKnownTitle()
    {
        var settings = new IntakeSettings { Questions = new Dictionary<string, IReadOnlyList<string>> { ["country"] = ["nation_ref"] } };
        var map = new QuestionMap(settings).Map([new(["Country"], ["Chad"]), new(["Where is your library?", "nation_ref"], ["Togo"])]);

        Assert.Equal("Togo", map[ApplicationField.Country].Text);
    }

    [Fact]
    public void GivenTwoQuestionsForAField_WhenMapped_ThenTheAnsweredOneCounts()
    {
        RawAnswer[] answers = [new(["Country"], []), new(["Country"], ["Peru"])];

        Assert.Equal("Peru", new QuestionMap(new()).Map(answers)[ApplicationField.Country].Text);
    }

    [Fact]
    public void GivenSettingsWithMistakes_WhenChecked_ThenAllAreSaid()
    {
        var settings = new IntakeSettings
        {
            Questions = new Dictionary<string, IReadOnlyList<string>> { ["shoe"] = ["x"] },
            DotlessDomains = ["@gmail"],
            RawRetentionDays = 0,
        };

        Assert.Equal(3, settings.Problems().Count());
    }
}
