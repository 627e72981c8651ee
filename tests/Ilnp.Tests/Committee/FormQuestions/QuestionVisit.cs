using System.Net;
using System.Text.Json;
using Ilnp.Intake.FormQuestions;
using Ilnp.Programme;
using Ilnp.Tests.Committee.Unknown;
using Ilnp.Tests.Pages;
using Ilnp.Texts;

namespace Ilnp.Tests.Committee.FormQuestions;

/// <summary>A cohort whose form asks in its own words, and a lead who says what they mean.</summary>
sealed class QuestionVisit(WebHostFixture web, string cohort, string cookie)
{
    public const string Origin = "Zona de procedencia", Motto = "Your motto";

    public UnknownVisit Inner { get; } = new(web, cohort, cookie);

    public string Cohort => cohort;

    public string List => $"/cohorts/{cohort}/questions";

    public static async Task<QuestionVisit> BeginAsync(WebHostFixture web)
    {
        var cohort = await web.CohortAsync();
        return new(web, cohort, await CommitteeVisit.SignInAsync(web, cohort));
    }

    public string PathOf(string heading) => $"{List}/{AskedQuestion.IdOf(Fold.Text(heading))}";

    public Task<string> PageAsync(string path) => Inner.PageAsync(path);

    public Task<(HttpStatusCode Status, string Html)> SayAsync(string heading, string field) =>
        Inner.PressAsync(PathOf(heading), ("say", "set"), ("field", field));

    public Task<(HttpStatusCode Status, string Html)> PressAsync(string heading, string act) =>
        Inner.PressAsync(PathOf(heading), ("say", act));

    /// <summary>A signed message of the script beside a form; gives the application's id.</summary>
    public Task<string> TakeAsync(string name, params (string Title, string Value)[] more) => Inner.TakeAsync(web, Message(name, more));

    /// <summary>Everything but the country, in words that are known.</summary>
    public static string Message(string name, params (string Title, string Value)[] more)
    {
        (string Title, string Value)[] answers =
        [
            ("Email", $"{name.ToLowerInvariant().Replace(' ', '.')}@library.example"),
            ("Full name", name), ("Languages", "Spanish"), ("Areas of interest", "Archives"),
            ("Internet access", "Yes"), ("Every two weeks", "Yes"), ("Four months", "Yes"),
        ];
        var own = more.Select(answer => answer.Title).ToHashSet();
        return JsonSerializer.Serialize(new
        {
            responseId = name,
            submittedAt = "2020-03-05T10:00:00Z",
            answers = answers.Where(answer => !own.Contains(answer.Title)).Concat(more)
                .Select(answer => new { title = answer.Title, value = answer.Value }),
        });
    }

    public Task<Person> PersonAsync(string name) => Inner.PersonAsync(name);

    public Task<int> MailsAsync(string template, string name) => Inner.MailsAsync(template, name);
}
