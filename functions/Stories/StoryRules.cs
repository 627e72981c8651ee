using System.Text;
using System.Text.RegularExpressions;
using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Stories.Questions;

namespace Ilnp.Stories;

/// <summary>Who may tell, and what of it others see: pure.</summary>
static partial class StoryRules
{
    /// <summary>What a mail address ends at, beside spaces.</summary>
    const string Dividers = "<>()[],;:\"。、，；：（）「」";

    /// <summary>From the last week on, for whoever has a partner or had one until theirs went on.</summary>
    public static bool MayTell(Person person, CohortSettings cohort, DateTimeOffset now) =>
        person.Standing is Standing.Active or Standing.Resting && now.UtcDateTime >= new ProgrammeCalendar(cohort).FinalSurvey;

    /// <summary>The words, while their author agrees to have them shown and can take them back; null else.</summary>
    public static Story? Of(Decision decision, DateTimeOffset now) =>
        HasConsent(decision.Choice) && now < decision.Request.ClosesAt && decision.Answer(Telling.Text) is { } text
            ? new(decision.CohortId, decision.SubjectId, decision.Version, text, decision.AnsweredAt!.Value)
            {
                Title = decision.Answer(Telling.Title),
                SignedBy = decision.Choice == Telling.Named ? decision.Answer(Telling.Signed) : null,
                Language = decision.Answer(Telling.Language),
            }
            : null;

    public static bool HasConsent(string? choice) => choice is Telling.Named or Telling.Unnamed;

    /// <summary>The committee has seen exactly these words and shows them: what was changed since waits for it anew.</summary>
    public static bool IsShown(Story story, StoryPress? press) => press is { IsShown: true } && press.Version == story.Version;

    /// <summary>Nobody has said yet whether these very words are shown.</summary>
    public static bool Waits(Story story, StoryPress? press) => press?.Version != story.Version;

    /// <summary>The committee has seen exactly this picture beside exactly these words, and shows both.</summary>
    public static bool IsPictureShown(Story story, StoryPress? press) =>
        IsShown(story, press) && story.Picture is { } picture && press is { IsPictureShown: true } && press.Picture == picture.Stamp;

    /// <summary>Nobody has said yet whether this very picture is shown; the words may be shown meanwhile.</summary>
    public static bool PictureWaits(Story story, StoryPress? press) =>
        story.Picture is { } picture && (Waits(story, press) || press?.Picture != picture.Stamp);

    /// <summary>Whether there is a mail address in it: everybody's programs would gather it from the page.</summary>
    public static bool HasAddress(string text) =>
        text.Split([.. Dividers, .. text.Where(char.IsWhiteSpace).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => IsAddress(word.TrimEnd('.', '!', '?')));

    static bool IsAddress(string word) =>
        word.AsSpan().IndexOfAny('@', '＠') is > 0 and var at && word.IndexOf('.', at) is var dot && dot > at + 1 && dot < word.Length - 1;

    /// <summary>Paragraphs, which empty lines divide; a line's end within one stays.</summary>
    public static IReadOnlyList<string> Paragraphs(string text) =>
        [.. EmptyLines().Split(text).Select(paragraph => paragraph.Trim()).Where(paragraph => paragraph.Length > 0)];

    public static string AnchorOf(Story story) =>
        $"s{StableIds.Of(Encoding.UTF8.GetBytes($"{Telling.Name}\n{story.CohortId}\n{story.PersonId}"))[..12]}";

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLines();
}
