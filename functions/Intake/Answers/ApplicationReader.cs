using System.Text;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>What a submission says.</summary>
/// <param name="AppliedAt">UTC.</param>
/// <param name="IsAppliedAtKnown">False when that moment is only when it was received, or may be
/// another: nothing may be decided by it.</param>
/// <param name="UpdatedAt">When the answers were last changed at the provider, UTC; null when it does not say.</param>
/// <param name="Findings">What the committee should know, in the order of the fields.</param>
public sealed record ReadApplication(
    ApplicationAnswers Answers, DateTimeOffset AppliedAt, bool IsAppliedAtKnown, DateTimeOffset? UpdatedAt, IReadOnlyList<Finding> Findings)
{
    /// <summary>What the lists alone make of it; null where they know every word.</summary>
    public UnclearAnswers? Unclear { get; init; }
}

/// <summary>
/// Maps questions to fields and brings the answers into the programme's words. Pure: whatever is wrong with an answer is
/// noted and the rest goes on.
/// </summary>
/// <param name="settings">The cohort's, with what was said of a file or form.</param>
/// <param name="zone">Of moments that name none.</param>
/// <param name="applying">When somebody can have applied; null where no cohort is known.</param>
public sealed class ApplicationReader(IntakeSettings settings, TimeZoneInfo zone, ApplyingTime? applying = null)
{
    /// <summary>Topics that somebody can offer, and that they can ask to learn about.</summary>
    public const int MostTopics = 3;

    readonly QuestionMap questions = new(settings);
    readonly AppliedMoment moments = new(settings.Order, zone, applying);
    readonly Topics interests = Topics.Interests(settings);
    readonly Topics libraries = Topics.Libraries(settings);

    /// <param name="submission">As the provider sent it.</param>
    /// <param name="receivedAt">UTC; stands in for a missing or broken date.</param>
    public ReadApplication Read(RawSubmission submission, DateTimeOffset receivedAt)
    {
        var mapped = questions.Map(submission.Answers);
        var received = new ReceivedAnswers(mapped);
        if (submission.Note is { Length: > 0 } note) received.NoteRow(TextAnswer.Read(note).Value);
        NoteMissing(submission, mapped, received);
        var email = received.Asks(ApplicationField.Email)
            ? received.Take(ApplicationField.Email, EmailAddress.Read(received.Raw(ApplicationField.Email)))
            : null;
        var country = Country(received);
        var zone = received.Text(ApplicationField.TimeZone);
        var answers = new ApplicationAnswers
        {
            Email = email,
            Name = Name(received, email),
            Country = country,
            TimeZone = TimeZone(received, zone, country),
            Languages = LanguageCodes(received),
            Interests = Interests(received),
            LibraryType = Library(received),
            Years = received.Take(ApplicationField.Years, YearsAnswer.Read(received.Text(ApplicationField.Years))),
            CareerStage = ChoiceAnswer.One(received, ApplicationField.CareerStage, Topics.CareerStages),
            WantsUnlike = ChoiceAnswer.One(received, ApplicationField.Partner, Topics.Partners) switch
            {
                "different" => true,
                "like" => false,
                _ => null,
            },
            Offers = ChoiceAnswer.Several(received, ApplicationField.Offers, interests, MostTopics, WordKind.Topic),
            Seeks = ChoiceAnswer.Several(received, ApplicationField.Seeks, interests, MostTopics, WordKind.Topic),
            MailLanguage = received.Text(ApplicationField.MailLanguage, longest: 100) is { Length: > 0 } wished
                ? Languages.Find(wished)
                : null,
            Rhythm = ChoiceAnswer.One(received, ApplicationField.Rhythm, Topics.Rhythms),
            Tools = ChoiceAnswer.Several(received, ApplicationField.Tools, Topics.Tools, ListAnswer.Most),
            Internet = Reply(received, ApplicationField.Internet),
            Biweekly = Reply(received, ApplicationField.Biweekly),
            Commits = Reply(received, ApplicationField.Commit),
            Waited = Reply(received, ApplicationField.Waited),
        };
        var (appliedAt, isKnown) = moments.Read(submission, received, receivedAt, country);
        return new(answers, appliedAt, isKnown, moments.Updated(submission, receivedAt), received.Findings)
        {
            Unclear = Unclear(received, answers, zone),
        };
    }

    static UnclearAnswers? Unclear(ReceivedAnswers received, ApplicationAnswers answers, string zone) =>
        received.Findings.Select(finding => finding.Word).OfType<UnclearWord>().ToList() is { Count: > 0 } words
            ? new(answers, zone, words)
            : null;

    static void NoteMissing(RawSubmission submission, IReadOnlyDictionary<ApplicationField, RawAnswer> mapped, ReceivedAnswers received)
    {
        var used = mapped.Values.SelectMany(answer => answer.Question).ToHashSet(StringComparer.Ordinal);
        var unused = submission.Answers.Where(answer => answer.Question is [var title, ..] && !used.Contains(title))
            .Select(answer => $"“{TextAnswer.Quote(answer.Question[0])}”").Take(8).ToList();
        var others = unused.Count == 0
            ? ""
            : $" Questions that were not recognised: {string.Join(", ", unused)}. If one of them asks for it, say so on the "
                + "page of the form's questions.";
        foreach (var field in ApplicationFields.Required.Where(field => !mapped.ContainsKey(field)))
            received.NoteForm(field, $"The form sends no answer for the {field.Words()}.{others}");
    }

    static string Name(ReceivedAnswers received, string? email)
    {
        var name = received.Text(ApplicationField.Name, longest: 200);
        if (IsName(name)) return name;
        if (received.Asks(ApplicationField.Name))
            received.Note(ApplicationField.Name, "is missing; the part of the address before the @ stands in");
        return email is null ? "" : email[..email.IndexOf('@', StringComparison.Ordinal)];
    }

    /// <summary>Dashes, dots, "n/a" and errors of spreadsheets stand for no name. Nothing else is refused.</summary>
    public static bool IsName(string name) =>
        name.EnumerateRunes().Any(rune => !Rune.IsPunctuation(rune) && !Rune.IsWhiteSpace(rune))
            && name.ToLowerInvariant() is not ("n/a" or "n.a.") && !IsCellError(name);

    /// <summary>What a spreadsheet shows where a formula failed: <c>#REF!</c>, <c>#¿NOMBRE?</c>, <c>#N/A</c>.</summary>
    static bool IsCellError(string text) =>
        text is ['#', _, ..] && text.Skip(1).All(letter => char.IsUpper(letter) || "¡¿!?/0".Contains(letter, StringComparison.Ordinal));

    static string Country(ReceivedAnswers received)
    {
        var text = received.Text(ApplicationField.Country);
        if (Countries.Find(text) is { } code) return code;
        const string HeldBack = "; the person is held back until it is set";
        if (text.Length > 0)
            received.NoteUnclear(
                WordKind.Country, ApplicationField.Country, text, 0, $"“{TextAnswer.Quote(text)}” is not known" + HeldBack);
        else if (received.Asks(ApplicationField.Country)) received.Note(ApplicationField.Country, "is missing" + HeldBack);
        return Countries.Unknown;
    }

    static string? TimeZone(ReceivedAnswers received, string text, string country)
    {
        if (TimeZones.Find(text, country) is { } zone)
        {
            if (country == Countries.Unknown && received.Asks(ApplicationField.Country) && ZoneAbbreviations.IsSeveral(text.Trim()))
                received.Note(
                    ApplicationField.TimeZone,
                    $"“{TextAnswer.Quote(text)}” is what several countries call theirs; {zone} is used until the country is known");
            return zone;
        }

        var likely = TimeZones.OfCountry(country);
        if (text.Length > 0)
            received.Note(
                ApplicationField.TimeZone,
                $"“{TextAnswer.Quote(text)}” is not known" + (likely is null ? "" : $"; {likely} is used, by the country"));
        return likely;
    }

    static IReadOnlyList<string> LanguageCodes(ReceivedAnswers received)
    {
        var codes = new List<string>();
        var items = ListAnswer.Split(
            received.Values(ApplicationField.Languages), text => Languages.FindAll(text).Count > 0 || Languages.IsRefused(text));
        foreach (var item in items)
            if (Languages.IsRefused(item))
                received.Note(ApplicationField.Languages, $"“{TextAnswer.Quote(item)}” are said not to be spoken and left out");
            else if ((items.Count > 1 || Fold.Words(item).Length > 1 || Replies.Find(item) is null)
                && Languages.FindAll(item) is { Count: > 0 } found)
            {
                codes.AddRange(found);
                if (Languages.StrayRemark(item) is { } stray)
                    received.Note(ApplicationField.Languages, $"“{TextAnswer.Quote(stray)}” is taken for a remark, not for a language");
            }
            else
                received.NoteUnclear(
                    WordKind.Language,
                    ApplicationField.Languages,
                    item,
                    codes.Distinct().Count(),
                    $"“{TextAnswer.Quote(item)}” are not known and left out");
        if (codes.Count == 0 && received.Findings.All(finding => finding.Word?.Kind != WordKind.Language)
            && received.Asks(ApplicationField.Languages))
            received.Note(ApplicationField.Languages, "are missing: without a language nobody can be matched");
        return [.. codes.Distinct()];
    }

    IReadOnlyList<string> Interests(ReceivedAnswers received) =>
        [.. ListAnswer.Split(received.Values(ApplicationField.Interests), text => interests.Find(text) is not null)
            .Select(text => interests.Find(text) ?? text.ToLowerInvariant()).Distinct()];

    string? Library(ReceivedAnswers received) =>
        received.Text(ApplicationField.Library, longest: 100) is { Length: > 0 } text
            ? libraries.Find(text) ?? text.ToLowerInvariant()
            : null;

    static bool? Reply(ReceivedAnswers received, ApplicationField field)
    {
        var text = received.Text(field);
        var reply = Replies.Find(text);
        var required = field != ApplicationField.Waited && received.Asks(field);
        if (reply is null && (required || text.Length > 0))
            received.Note(
                field,
                (text.Length == 0 ? "is not answered" : $"“{TextAnswer.Quote(text)}” is neither yes nor no")
                    + (required ? " and is not held against the person" : ""));
        return reply;
    }
}
