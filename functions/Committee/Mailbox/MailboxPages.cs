using Ilnp.Mail;
using Ilnp.Pages;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Mailbox;

/// <summary>The local mailbox, as its recipients' mail programs would show it. Only for whoever has its key.</summary>
public sealed class MailboxPages(LocalMailbox mailbox, MailboxSearch search, MailboxVisitors visitors, TextShelf texts)
{
    /// <summary>A mail's own styles and pictures inside it, nothing else: it comes from templates and from people's words.</summary>
    const string MailPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    [Function(nameof(ShowMailbox))]
    public async Task<IActionResult> ShowMailbox(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "mailbox")] HttpRequest request)
    {
        if (visitors.Welcome(request)) return new SeeOther("/mailbox");
        if (!await visitors.MayReadAsync(request)) return Off();
        var (recipient, before) = (request.Query["q"].ToString().Trim(), request.Query["before"].ToString());
        var page = await search.FindAsync(recipient, before, request.HttpContext.RequestAborted);
        return new HtmlPage(MailboxPage.Create(new(Words, recipient, page)));
    }

    [Function(nameof(ShowMail))]
    public async Task<IActionResult> ShowMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "mailbox/{file}")] HttpRequest request, string file) =>
        await visitors.MayReadAsync(request) && await mailbox.ReadAsync(file, request.HttpContext.RequestAborted) is { } mail
            ? new HtmlPage(MailPage.Create(new(Words, mail, MailLinks.Of(mail.Html))))
            : Off();

    [Function(nameof(ShowMailPart))]
    public async Task<IActionResult> ShowMailPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "mailbox/{file}/html")] HttpRequest request, string file)
    {
        if (!await visitors.MayReadAsync(request) || await mailbox.ReadAsync(file, request.HttpContext.RequestAborted) is not { } mail)
            return Off();
        HtmlPage.Protect(request.HttpContext.Response.Headers, MailPolicy);
        request.HttpContext.Response.Headers.XFrameOptions = "SAMEORIGIN";
        return new ContentResult { Content = mail.Html, ContentType = "text/html; charset=utf-8" };
    }

    PageTexts Words => texts.In(TextShelf.First);

    HtmlPage Off() => new(Notice.Create(new(Words, "mailbox.off.title", "mailbox.off.text")), StatusCodes.Status404NotFound);
}

/// <summary>The list of mails.</summary>
/// <param name="Texts">In English: the page is for developers.</param>
/// <param name="Recipient">What is looked for, empty for everybody.</param>
/// <param name="Page">Mails found.</param>
public sealed record MailboxModel(PageTexts Texts, string Recipient, MailboxFindings Page);

/// <summary>One mail.</summary>
public sealed record MailModel(PageTexts Texts, MailboxMail Mail, IReadOnlyList<MailLink> Links);
