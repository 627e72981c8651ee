using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Committee.SignIn;

/// <summary>
/// What somebody gets who is not signed in. Where a session has ended in the middle of a form, the page keeps what was typed:
/// they sign in beside it and send it again.
/// </summary>
public sealed class SignedOut(TextShelf texts)
{
    const int MostFields = 2000;

    public async Task<IActionResult> AnswerAsync(HttpRequest request)
    {
        var path = LocalPath.Of(request.Path);
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType
            || request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return new SeeOther(SignInGate.AddressFor(HttpMethods.IsPost(request.Method) ? PageOf(path) : path));
        var posted = await PostedForm.ReadAsync(request, MostFields);
        if (posted.Count == 0) return new SeeOther(SignInGate.AddressFor(PageOf(path)));
        var fields = posted.SelectMany(field => field.Value.Select(value => (field.Key, value)));
        return new HtmlPage(SignedOutPage.Create(new(texts.In(TextShelf.First), [.. fields])), StatusCodes.Status401Unauthorized);
    }

    /// <summary>Drafts are posted to where no page is.</summary>
    static string PageOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["drafts"] => "/cohorts",
        ["drafts", var draft, ..] => $"/drafts/{draft}",
        _ => path,
    };
}

/// <summary>What was typed, to be sent again.</summary>
public sealed record SignedOutModel(PageTexts Texts, IReadOnlyList<(string Name, string Value)> Fields);
