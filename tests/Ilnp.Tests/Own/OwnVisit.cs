using System.Net;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Own;

/// <summary>Opens somebody's page as they do: by the link of a mail, the second link in the mailbox, and its button.</summary>
static class OwnVisit
{
    /// <summary>The path of the link in every mail.</summary>
    public static async Task<string> LinkAsync(WebHostFixture web, string cohort, string person) =>
        web.Get<PersonalLinks>().Of(await web.Get<CohortStore>().GetAsync(cohort), person).AbsolutePath;

    /// <summary>The path of the link that is mailed to the person's mailbox.</summary>
    public static async Task<string> KeyAsync(WebHostFixture web, string cohort, string person)
    {
        var before = await KeysAsync(web, cohort, person);
        using var asked = await web.Client.PostAsync(await LinkAsync(web, cohort, person), null);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        return Assert.Single((await KeysAsync(web, cohort, person)).Except(before));
    }

    /// <summary>All keys in the mailbox of this person, in the order of sending.</summary>
    public static async Task<IReadOnlyList<string>> KeysAsync(WebHostFixture web, string cohort, string person)
    {
        var address = (await web.Get<PeopleStore>().GetAsync(cohort, person)).Email;
        var keys = new List<string>();
        foreach (var entry in web.Mails("own-page"))
            if (await web.Get<LocalMailbox>().ReadAsync(entry.FileName) is { } mail && mail.To[0].Address == address)
                keys.Add(KeyOf(mail));
        return keys;
    }

    /// <summary>The path of a mail's link.</summary>
    public static string KeyOf(MailboxMail mail) =>
        mail.Text.Split('\n', ' ', '<', '>').First(word => word.Contains("/me/open/", StringComparison.Ordinal))
            .Replace("http://localhost", "", StringComparison.Ordinal).Trim();

    /// <summary>The cookie of an open page, as a browser would send it back.</summary>
    public static async Task<string> OpenAsync(WebHostFixture web, string cohort, string person)
    {
        using var opened = await web.Client.PostAsync(await KeyAsync(web, cohort, person), null);
        Assert.Equal((HttpStatusCode.SeeOther, "/me"), (opened.StatusCode, opened.Headers.Location!.OriginalString));
        return opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>Presses a button of the page; gives where it leads.</summary>
    public static async Task<string> PressAsync(WebHostFixture web, string cookie, string card, string action)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/me/do/{card}/{action}");
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
