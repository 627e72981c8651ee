using Ilnp.Committee.Cohorts;
using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Pages.Visitors;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.SignIn;

/// <summary>
/// The committee signs in by a link mailed to the member's address. The link shows a button; only pressing it signs in, since
/// mail scanners open links.
/// </summary>
public sealed class SignInGate(
    SignInLinks links, CommitteeSessions sessions, CohortStore cohorts, SignInStore signIns, SteadyAnswer steady, TextShelf texts)
{
    const string Sent = "sent";
    const string ReturnTo = "to";

    [Function(nameof(ShowSignIn))]
    public IActionResult ShowSignIn([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in")] HttpRequest request) =>
        request.Query.ContainsKey(Sent)
            ? new HtmlPage(Notice.Create(new(Words, "sign-in.sent.title", "sign-in.sent.text")))
            : Page(FormReading.Empty, StatusCodes.Status200OK);

    /// <summary>The answer is the same, and comes at the same moment, whether or not the address is a member's.</summary>
    [Function(nameof(AskToSignIn))]
    public async Task<IActionResult> AskToSignIn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request)
    {
        var posted = await PostedForm.ReadAsync(request);
        var reading = SignInForm.Form.Read(posted);
        if (!reading.IsValid) return Page(reading, StatusCodes.Status422UnprocessableEntity);
        var (address, returnTo) = (reading.Of("email")[0], LocalPath.Of(request.Query[ReturnTo]));
        await steady.AfterAsync(cancellation => links.SendAsync(address, returnTo, cancellation));
        return new SeeOther($"/sign-in?{Sent}=1");
    }

    [Function(nameof(ShowSignInLink))]
    public IActionResult ShowSignInLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/{token}")] HttpRequest request, string token) =>
        links.Read(token) is null ? TooOld() : new HtmlPage(Notice.Create(new(Words, "sign-in.title", "sign-in.press", "sign-in.submit")));

    [Function(nameof(TakeSignInLink))]
    public async Task<IActionResult> TakeSignInLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/{token}")] HttpRequest request, string token)
    {
        if (await links.TakeAsync(token, request.HttpContext.RequestAborted) is not { } ticket) return TooOld();
        if (await StartAsync(ticket, request.HttpContext.RequestAborted) is not { } start) return TooOld();
        sessions.Begin(request.HttpContext.Response, ticket);
        return new SeeOther(ticket.ReturnTo == "/" ? start : ticket.ReturnTo);
    }

    [Function(nameof(SignOut))]
    public async Task<IActionResult> SignOut([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request)
    {
        await sessions.EndAsync(request);
        return new SeeOther("/sign-in");
    }

    /// <summary>
    /// The cohort's page; the list for whoever is in several committees. Null for whoever has left since the link was mailed, or has
    /// another address by now.
    /// </summary>
    async Task<string?> StartAsync(SignInTicket ticket, CancellationToken cancellation)
    {
        if (ticket.CohortId[0] == CommitteeSessions.DraftMark) return CohortsPages.Path;
        var all = await cohorts.ListAsync(cancellation);
        if (all.FirstOrDefault(cohort => cohort.Id == ticket.CohortId)?.Member(ticket.MemberId) is not { } member
            || AddressStamp.Of(member.Email) != ticket.Stamp)
            return null;
        await signIns.NoteAsync(ticket.CohortId, ticket.MemberId, cancellation);
        return all.Count(cohort => cohort.MemberWithAddress(member.Email) is not null) > 1
            ? CohortsPages.Path
            : $"/cohorts/{ticket.CohortId}";
    }

    /// <summary>Where to sign in before going on to a page.</summary>
    public static string AddressFor(string path) => $"/sign-in?{ReturnTo}={Uri.EscapeDataString(path)}";

    PageTexts Words => texts.In(TextShelf.First);

    HtmlPage TooOld() =>
        new(
            Notice.Create(new(Words, "sign-in.old.title", "sign-in.old.text") { Onward = ("/sign-in", "sign-in.old.again") }),
            StatusCodes.Status410Gone);

    HtmlPage Page(FormReading reading, int status) =>
        new(FormPage.Create(new(new FormView(SignInForm.Form, reading, Words, new Dictionary<string, string>(), "sign-in.ask"))), status);
}
