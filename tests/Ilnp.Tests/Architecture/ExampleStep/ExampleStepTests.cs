using Ilnp.Approvals;
using Ilnp.Cohort;
using Ilnp.Forms;
using Ilnp.Mail.Rendering;
using Ilnp.Tests.Mail;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Architecture.ExampleStep;

/// <summary>Adding a step touches its folder and one line of the program.</summary>
public sealed class ExampleStepTests
{
    /// <summary>The app with its one line more.</summary>
    static readonly ServiceProvider App = Program.AddSteps(new ServiceCollection()).AddExample().BuildServiceProvider();

    static readonly string Settings = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pilot", "cohort-2020.json"));

    [Fact]
    public void GivenItsForm_WhenAskedFor_ThenItIsThereWithItsWords()
    {
        var form = App.GetRequiredService<FormCatalogue>().Get("example");
        var view = new FormView(
            form, FormReading.Empty, App.GetRequiredService<TextShelf>().In("en"), new Dictionary<string, string>(), "decision.submit");
        Assert.Equal("Would you?", view.Questions.Single().Label);
        Assert.Equal("Gladly", view.Questions.Single().Words("gladly"));
    }

    [Fact]
    public void GivenItsMail_WhenWritten_ThenItIsWhole()
    {
        var message = SampleMail.Of("pulse") with
        {
            Template = "example",
            Model = new Dictionary<string, object?> { ["url"] = new Uri("https://ilnp.example.org/d/1") },
        };
        Assert.Contains(
            "one more meeting",
            App.GetRequiredService<MailRenderer>().Render(message, SampleMail.Cohort()).Text.Unwrapped(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "days": 9 }""", null)]
    [InlineData("""{ "days": 90 }""", "example: days: 90 is not between 1 and 30.")]
    [InlineData("""{ "days": "many" }""", "example.days: \"many\" is not a whole number.")]
    [InlineData("""{ "day": 9 }""", "example.day: there is no such setting; do you mean days?")]
    public void GivenItsSettings_WhenTheFileIsRead_ThenTheyAreCheckedWithTheRest(string section, string? problem)
    {
        var read = App.GetRequiredService<CohortSettingsFile>().Parse(
            Settings.Insert(Settings.IndexOf('{') + 1, $"\"example\": {section},"));
        Assert.Equal(problem is null ? [] : [problem], read.Problems);
        Assert.Equal(problem is null ? 9 : null, read.Settings?.Of<ExampleSettings>().Days);
    }

    [Fact]
    public void GivenItsFigure_WhenTheOverviewCounts_ThenItIsTheLast()
    {
        var last = App.GetServices<OverviewFigure>().OrderBy(figure => figure.Place).Last();
        Assert.Equal("would like one more meeting", App.GetRequiredService<TextShelf>().In("en")[last.TextKey]);
        Assert.Equal(0, last.Count(new([], [], [])));
    }
}
