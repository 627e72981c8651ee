using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Architecture.ExampleStep;

/// <summary>
/// A step as somebody adds it: a folder with its form, texts, mails, settings and figures, and this one line for the program.
/// </summary>
static class ExampleRegistration
{
    const string Folder = "Architecture/ExampleStep";

    public static IServiceCollection AddExample(this IServiceCollection services) => services
        .AddForm(Form)
        .AddTexts(Folder)
        .AddMails(Folder)
        .AddSettings<ExampleSettings>()
        .AddSingleton(new OverviewFigure("example.figure", 70, facts => facts.Asked("example", "gladly")));

    static Form Form { get; } = new("example", new ChoiceQuestion("choice", "gladly", "rather-not")) { Decides = "choice" };
}

/// <summary>What the committee may set of it.</summary>
sealed record ExampleSettings : IStepSettings
{
    public static string Section => "example";

    public int Days { get; init; } = 7;

    public IEnumerable<string> Problems() => Days is < 1 or > 30 ? [$"days: {Days} is not between 1 and 30."] : [];
}
