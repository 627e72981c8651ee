using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ilnp.Assignments;
using Ilnp.Assignments.Questions;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Assignments;

/// <summary>A cohort in its third month with the pair G001, P1 and P2, and what its members do about their joint task.</summary>
sealed class AssignmentVisit(WebHostFixture web, string cohort)
{
    public static readonly DateTimeOffset Middle = new(2020, 7, 20, 12, 0, 0, TimeSpan.Zero);

    public string Cohort => cohort;

    public static async Task<AssignmentVisit> BeginAsync(WebHostFixture web, int fromMonth = 2, params string[] more)
    {
        web.Clock.Now = web.Clock.Now < Middle ? Middle : web.Clock.Now.AddMinutes(15);
        var id = $"c{Guid.NewGuid():N}"[..12];
        await web.Get<CohortStore>().TryAddAsync(SampleCohort.Settings(id).With(new AssignmentSettings { FromMonth = fromMonth }));
        string[] members = ["P1", "P2", .. more];
        foreach (var (person, name) in members.Zip(["Wanjiru Kamau", "Kofi Mensah", "Zoë Müller"]))
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(id, person, name, "KE", Standing.Active) with
                {
                    GroupId = "G001",
                    Email = $"{person}@{id}.example".ToLowerInvariant(),
                });
        await web.Get<GroupStore>().PutManyAsync(
            id,
            [new()
            {
                CohortId = id,
                GroupId = "G001",
                Members = members,
                Status = GroupStatus.Active,
                LiaisonId = "liaison",
                FormedAt = Middle.AddDays(-70),
            }]);
        return new(web, id);
    }

    /// <summary>By a button of the own page; <c>/me</c> where there is none.</summary>
    public async Task<string> PressAsync(string person, string action)
    {
        web.Clock.Now = web.Clock.Now.AddMinutes(11); // a key of its own
        return await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, person), HandIn.Name, action);
    }

    public async Task<HttpStatusCode> PostAsync(string link, string consent, string? text = null, string task = "words")
    {
        web.Clock.Now = web.Clock.Now.AddMinutes(1);
        KeyValuePair<string, string>[] words = text is null ? []
            : [KeyValuePair.Create(HandIn.Task, task), KeyValuePair.Create(HandIn.Text, text)];
        using var answer = await web.Client.PostAsync(
            link, new FormUrlEncodedContent([KeyValuePair.Create(HandIn.Consent, consent), .. words]));
        return answer.StatusCode;
    }

    /// <summary>Somebody writes for the group, by the button of their page; gives the form's address.</summary>
    public async Task<string> HandInAsync(string person, string text, string consent = HandIn.Named)
    {
        var isFirst = (await web.Get<GroupStore>().GetAsync(cohort, "G001")).HandedInAt is null;
        var link = await PressAsync(person, isFirst ? "write" : "change");
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(link, consent, text));
        return link;
    }

    /// <summary>Somebody says whether what counts now may be shown; gives the page's address.</summary>
    public async Task<string> ConsentAsync(string person, string consent)
    {
        var link = await PressAsync(person, "consent");
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(link, consent));
        return link;
    }

    /// <summary>Null where there is none.</summary>
    public async Task<IElement?> CardAsync(string person)
    {
        web.Clock.Now = web.Clock.Now.AddMinutes(11);
        var (_, html) = await CommitteeVisit.GetAsync(web, "/me", await OwnVisit.OpenAsync(web, cohort, person));
        return new HtmlParser().ParseDocument(html).QuerySelector($"[data-card={HandIn.Name}]");
    }

    /// <summary>What stands on a page.</summary>
    public async Task<string> ReadAsync(string link)
    {
        var (_, html) = await CommitteeVisit.GetAsync(web, link, null);
        return new HtmlParser().ParseDocument(html).Body!.TextContent;
    }

    /// <summary>The committee's page.</summary>
    public async Task<string> DeskAsync(string member = "lead")
    {
        var (status, html) = await CommitteeVisit.GetAsync(
            web, $"/cohorts/{cohort}/assignments", await CommitteeVisit.SignInAsync(web, cohort, member));
        Assert.Equal(HttpStatusCode.OK, status);
        return string.Join(
            ' ', new HtmlParser().ParseDocument(html).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What somebody was mailed of their joint task, in the order of sending.</summary>
    public async Task<IReadOnlyList<MailboxMail>> MailsAsync(string person)
    {
        var all = await Task.WhenAll(
            web.Mails("assignment-handed-in").Select(mail => web.Get<LocalMailbox>().ReadAsync(mail.FileName)));
        return [.. all.OfType<MailboxMail>().Where(mail => string.Equals(
            mail.To[0].Address, $"{person}@{cohort}.example", StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The path of the question in a mail.</summary>
    public static string LinkOf(MailboxMail mail) =>
        mail.Text.Split('\n', ' ', '<', '>').First(word => word.Contains("/d/", StringComparison.Ordinal))
            .Replace("http://localhost", "", StringComparison.Ordinal).Trim();
}
