using Ilnp.Committee.Audit;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Committee.Acts;

/// <summary>What whoever pressed second reads: that nothing was done, and who of the committee did what, when.</summary>
static class WhoWasFirst
{
    /// <summary>In a sentence; null when no member did anything there.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="end">Of the press.</param>
    /// <param name="of">What the act was about, as the beginning of texts: <c>person</c>, <c>group</c>; null for neither.</param>
    public static IHtmlContent? Of(CommitteeReader reader, PressEnd end, string? of = null) =>
        (end.First ?? end.Latest) is not { } act ? null
            : reader.Texts.Html(
                (end.First, act.IsDone) switch
                {
                    (null, _) => "first.latest",
                    (_, true) => "first.done",
                    _ => "first.begun",
                },
                new Dictionary<string, string>
                {
                    ["name"] = reader.Cohort.MemberName(act.MemberId),
                    ["what"] = ActLines.TitleOf(act, reader.Texts, of),
                    ["when"] = DateText.At(act.At, reader.Cohort, reader.Texts.Language),
                });

    /// <summary>As a page.</summary>
    public static HtmlPage Page(
        CommitteeReader reader, PressEnd end, (string TitleKey, string TextKey) words,
        (string Path, string TextKey) onward, string? of = null) =>
        new(
            Notice.Create(new(reader.Texts, words.TitleKey, words.TextKey) { Onward = onward, More = Of(reader, end, of) }),
            StatusCodes.Status409Conflict);
}
