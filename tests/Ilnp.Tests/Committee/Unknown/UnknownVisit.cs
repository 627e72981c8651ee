using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Rounds;
using Ilnp.Programme;
using Ilnp.Tests.Committee.Import;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Unknown;

/// <summary>A cohort whose applications have words that nobody knows, and a lead who settles them.</summary>
sealed partial class UnknownVisit(WebHostFixture web, string cohort, string cookie)
{
    public string Cohort => cohort;

    public string Cookie => cookie;

    public string List => $"/cohorts/{cohort}/unknown";

    /// <summary>Rows as the import reads them.</summary>
    public static async Task<UnknownVisit> BeginAsync(WebHostFixture web, params string[] rows)
    {
        var cohort = await web.CohortAsync();
        var visit = new UnknownVisit(web, cohort, await CommitteeVisit.SignInAsync(web, cohort));
        await visit.ImportAsync(rows);
        return visit;
    }

    public async Task ImportAsync(params string[] rows)
    {
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var imports = web.Get<Imports>();
        await imports.BeginAsync(
            web.Durable, settings, await imports.ReadAsync(settings, ImportVisit.File(rows), null, null, default), default);
        await ImportVisit.EndedAsync(web, cohort);
    }

    public static string WordOf(WordKind kind, string spelling) => new UnclearWord(kind, ApplicationField.Country, spelling, "", 0).WordId;

    public string PathOf(WordKind kind, string spelling) => $"{List}/words/{WordOf(kind, spelling)}";

    /// <summary>A page as it is read: nothing is escaped, and names are not set apart.</summary>
    public async Task<string> PageAsync(string path)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, path, cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        return WebUtility.HtmlDecode(html).Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal);
    }

    /// <summary>Opens a page and presses there; waits until what follows is done.</summary>
    public async Task<(HttpStatusCode Status, string Html)> PressAsync(string path, params (string Name, string Value)[] fields) =>
        await PostAsync(Action(await PageAsync(path)), fields);

    public Task<(HttpStatusCode Status, string Html)> SayAsync(WordKind kind, string spelling, string meaning) =>
        PressAsync(PathOf(kind, spelling), ("value", meaning), ("say", "set"));

    public static string Action(string page) => ActionOf().Match(page).Groups[1].Value;

    public async Task<(HttpStatusCode Status, string Html)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        await FollowedAsync();
        return (
            answer.StatusCode, answer.Headers.Location?.OriginalString ?? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>A message of our own script beside a form, whose signature was right; gives the application's id.</summary>
    public async Task<string> TakeAsync(WebHostFixture web, string body)
    {
        var taken = await web.Get<ApplicationInbox>().AcceptAsync(
            web.Durable, cohort, FormProvider.Find("google-apps-script")!, new(Encoding.UTF8.GetBytes(body), "application/json"));
        await FollowedAsync();
        return taken.ApplicationId!;
    }

    /// <summary>Waits until everything that was begun is over; time passes until rounds of messages have ended.</summary>
    public async Task FollowedAsync()
    {
        web.Clock.Now += IntakeRound.Length + IntakeRound.Grace;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        foreach (var kind in new[] { "meaning", "address", "intake", "question" })
            await foreach (var instance in web.Durable.GetAllInstancesAsync(new() { InstanceIdPrefix = $"{kind}-{cohort}-" }))
                await web.Durable.WaitForInstanceCompletionAsync(instance.InstanceId, limit.Token);
    }

    public async Task<Person> PersonAsync(string name) =>
        (await web.Get<PeopleStore>().ListAsync(cohort)).Single(person => person.Name == name);

    /// <summary>Mails of a kind to somebody of this cohort.</summary>
    public async Task<int> MailsAsync(string template, string name)
    {
        var ledger = await web.Get<Ilnp.Mail.Ledger.MailLedger>().ListAsync(cohort);
        var id = (await PersonAsync(name)).PersonId;
        return ledger.Count(mail => mail.Template == template && mail.Key.PersonId == id);
    }

    [GeneratedRegex("method=\"post\" action=\"(/cohorts[^\"]+)\"")]
    private static partial Regex ActionOf();
}
