using System.Text.RegularExpressions;
using Ilnp.Mail.Rendering;
using Ilnp.Texts;

namespace Ilnp.Local.Texts;

/// <summary>What a machine can see of a translation: nothing is left in English, what code and links need is there, buttons fit.</summary>
static partial class WordingChecks
{
    /// <summary>On one line of a phone of 320 px, or on two.</summary>
    const int LongestChoice = 60;
    const int LongestButton = 30;

    /// <summary>What is written so everywhere.</summary>
    static readonly HashSet<string> International = ["No", "E-mail", "e-mail", "WhatsApp", "Archives", "Date"];
    static readonly string[] LatinEverywhere = ["JSON", "JPEG", "PNG", "MB", "WhatsApp", "SNS", "name@library.org"];

    /// <summary>Sentences that say what and where; none for a text that can be used.</summary>
    public static IEnumerable<string> Problems(Wording wording, string language) =>
        (wording.IsMail ? OfMail(wording, language) : OfText(wording, language))
            .Concat(language == TextShelf.First ? [] : OfLanguage(wording, language)).Select(problem => $"{wording.Where}: {problem}");

    static IEnumerable<string> OfText(Wording wording, string language)
    {
        if (string.IsNullOrWhiteSpace(wording.Text)) yield return "it is empty.";
        foreach (var problem in TextPatterns.Problems(wording.Text, language)) yield return problem;
        if (Names(wording.English) is var wanted && Names(wording.Text) is { } named && wanted != named)
            yield return $"it names {{{named}}}, and the English text {{{wanted}}}.";
        var most = Button.IsMatch(wording.Key) ? LongestButton : Choice.IsMatch(wording.Key) ? LongestChoice : int.MaxValue;
        if (wording.Text.Length > most) yield return $"it has {wording.Text.Length} letters; {most} fit on a phone.";
    }

    static IEnumerable<string> OfMail(Wording wording, string language)
    {
        if (Broken(wording, language) is { } broken) yield return broken;
        if ((Values(wording.English), Values(wording.Text)) is var (wanted, named) && wanted != named)
            yield return $"it names the values '{named}', and the English mail '{wanted}'.";
        if ((Links(wording.English), Links(wording.Text)) is var (links, own) && links != own)
            yield return $"it has the links '{own}', and the English mail '{links}'.";
    }

    static IEnumerable<string> OfLanguage(Wording wording, string language)
    {
        if (wording.Text == wording.English && !International.Contains(wording.Text)) yield return "it is left in English.";
        if (LanguageScript.Of(language) is not { } script) yield break;
        foreach (var word in Latin.Matches(Wording.Words(wording.Text)).Select(match => match.Value.TrimEnd('.')))
            if (!LatinEverywhere.Contains(word) && !Zones.Knows(word)) yield return $"“{word}” is in Latin letters.";
        if (!International.Contains(wording.English) && !LatinEverywhere.Contains(wording.Text) && !Regex.IsMatch(wording.Text, script))
            yield return "nothing of it is in the language's script.";
    }

    static string? Broken(Wording wording, string language)
    {
        try
        {
            var name = Path.GetFileName(wording.File).Split('.')[0];
            MailTemplate.Parse(name, language, wording.Text)
                .Check(name == MailTemplates.Frame ? MailTemplate.FrameHeads : MailTemplate.MailHeads);
            return null;
        }
        catch (MailTemplateException e)
        {
            return e.Message;
        }
    }

    /// <summary>What a text names; null for one that cannot be read, of which that is told.</summary>
    static string? Names(string text)
    {
        try
        {
            return string.Join(", ", TextPattern.Parse(text).Names.Order(StringComparer.Ordinal));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Names inside the template's code, without its own words and the branches of plurals.</summary>
    static string Values(string mail) => string.Join(' ', Code.Matches(mail)
        .SelectMany(code => Name.Matches(Quoted.Replace(code.Value, ""))).Select(match => match.Value)
        .Except(["if", "else", "end", "for", "in", "count", "size"]).Distinct().Order(StringComparer.Ordinal));

    static string Links(string mail) => string.Join(' ', Link.Matches(mail).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"[A-Za-z][A-Za-z@./_-]+")]
    private static partial Regex Latin { get; }

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Code { get; }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted { get; }

    [GeneratedRegex("[a-z_]+")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"\.submit$|change-submit$")]
    private static partial Regex Button { get; }

    [GeneratedRegex(
        @"(?<!own)\.(choice|rhythm|tool|sure|q\d+|careerStage|partner|internet|biweekly|commit|waited)\.(?!hint$)[a-z0-9-]+$|"
            + @"(topic|library)\.[a-z-]+$")]
    private static partial Regex Choice { get; }
}
