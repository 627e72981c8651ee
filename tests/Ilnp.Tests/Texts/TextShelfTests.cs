using Ilnp.Announcements;
using Ilnp.Announcements.Pictures;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Audit;
using Ilnp.Committee.Dates;
using Ilnp.Committee.Drafts;
using Ilnp.Committee.Groups;
using Ilnp.Committee.InDoubt;
using Ilnp.Committee.Lists;
using Ilnp.Committee.Mailings;
using Ilnp.Committee.Meetings;
using Ilnp.Committee.Members;
using Ilnp.Committee.People;
using Ilnp.Committee.People.Actions;
using Ilnp.Committee.People.Bulk;
using Ilnp.Committee.Sharing;
using Ilnp.Committee.SignIn;
using Ilnp.Committee.StoryDesk;
using Ilnp.Drive;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Lacking;
using Ilnp.Intake.Providers;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Matching.Wishes;
using Ilnp.Operations;
using Ilnp.Operations.Stuck;
using Ilnp.Pages;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Ilnp.Standstill;
using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>Every text that code names is there in every language, and none is there that nothing names.</summary>
public sealed class TextShelfTests
{
    static readonly string Root = RepositoryRoot();
    static readonly string Source = string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(Root, "functions"), "*.cs*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Contains("/obj/") && !file.Contains("/bin/"))
        .Select(File.ReadAllText));

    static readonly TextShelf Texts = AppTexts.Shelf;

    static readonly string[] AlwaysGiven = ["name", "programme", "close_date"];

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void GivenALanguage_WhenItsFileIsRead_ThenItHasExactlyTheTextsThatAreUsed(string language)
    {
        var keys = Keys(language);
        var committee = language == TextShelf.First ? [] : ForTheCommittee();
        Assert.Equal([], RequiredByForms().Concat(RequiredByPages()).Concat(FactsNamed(language)).Except(keys).Except(committee).Order());
        Assert.Equal([], keys.Where(key => !IsUsed(key)).Order());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void GivenALanguage_WhenComparedWithTheFirst_ThenItHasTheSameKeysAndFacts(string language)
    {
        Assert.Equal([], Keys(TextShelf.First).Except(ForTheCommittee()).Except(Keys(language)).Order());
        Assert.Equal([], Keys(language).Except(Keys(TextShelf.First)).Order());
        Assert.All(Keys(language), key => Assert.Equal(Facts(Texts.In(TextShelf.First)[key]), Facts(Texts.In(language)[key])));
    }

    /// <summary>Keys that may be in the first language only.</summary>
    static HashSet<string> ForTheCommittee() => [.. AppParts.Of<TextFolder>()
        .SelectMany(folder => AppTexts.In(folder, TextShelf.First).Keys.Where(folder.IsForCommittee))];

    static IEnumerable<string> RequiredByForms() => AppParts.Of<Form>().Append(SignInForm.Form).SelectMany(form => form.Questions
        .SelectMany(question => QuestionKeys(form.Name, question))
        .Concat([$"{form.Name}.title", $"{form.Name}.intro", $"{form.Name}.after"]));

    static IEnumerable<string> QuestionKeys(string form, Question question)
    {
        IEnumerable<string> below = question switch
        {
            ChoiceQuestion { OfLanguages: true } => [], // each is named in itself
            ChoiceQuestion choice => choice.Options,
            RankedQuestion { Options: { } options } => options,
            ScaleQuestion => ["low", "high"],
            _ => [],
        };
        return below.Select(option => question.OptionKey(form, option)).Prepend($"{form}.{question.Key}");
    }

    static bool IsUsed(string key) =>
        key.StartsWith("fact.", StringComparison.Ordinal)
            ? Texts.Languages.Any(language => FactsNamed(language).Contains(key))
            : Source.Contains($"\"{key}\"", StringComparison.Ordinal)
              || RequiredByForms().Contains(key)
              || RequiredByPages().Contains(key)
              || AfterAnAnswer().Contains(key)
              || (key.EndsWith(".hint", StringComparison.Ordinal)
                  && RequiredByForms().Concat(RequiredByPages()).Contains(key[..^".hint".Length]));

    /// <summary>
    /// What happens now, by the answer, and until when there is time: where a form has no such text, a general one is shown.
    /// </summary>
    static IEnumerable<string> AfterAnAnswer() => AppParts.Of<Form>().Select(form => $"{form.Name}.until").Concat(
        from form in AppParts.Of<Form>()
        from question in form.Questions.OfType<ChoiceQuestion>().Where(question => question.Key == form.Decides)
        from option in question.Options
        select $"{form.Name}.done.{option}");

    static IEnumerable<string> RequiredByPages() =>
    [
        .. Ilnp.Tests.Mail.MailParts.Templates.Names.Select(template => $"mail.{template}"),
        .. Enum.GetNames<MailStatus>().Select(status => $"delivery.{status.ToLowerInvariant()}"),
        .. Enum.GetNames<ApplicationOutcome>().Select(outcome => $"outcome.{outcome.ToLowerInvariant()}"),
        .. Enum.GetNames<AnswerKind>().Select(kind => $"questions.kind.{kind.ToLowerInvariant()}"),
        .. FormProvider.Services.Select(service => $"questions.step.{service.Name}"),
        .. ReasonCodes.Select(code => $"reason.{code}"),
        .. GroupFilter.Needs.Select(need => $"groups.need.{need}"),
        .. Mailing.Of(Ilnp.Tests.Programme.Cohorts.Pilot).SelectMany(mailing => AppParts.Of<MailSample>()
            .Where(sample => sample.Template == mailing.Template)
            .SelectMany(sample => MailingLinks.Of(sample, mailing.Stream, isMultilingual: true))),
        .. Lack.All.Select(lacking => lacking.Form.Name)
            .SelectMany(form => new[] { $"own.{form}", $"own.application.{form}" }),
        .. FlyerFormat.All.Select(format => $"spread.flyer.{format.Name}"),
        .. SocialFormat.All.Select(format => $"spread.picture.{format.Name}"),
        .. new[] { MailingPresses.Hold, MailingPresses.LetGo }.SelectMany(act => new[] { $"mailing.press.{act}", $"mailing.done.{act}" }),
        .. LeftOut.Reasons.Except([LeftOut.Unfit]).Select(reason => $"bulk.out.{reason}"),
        .. new[] { CameInTime.Asked, SendOwnPage.Asked, AskAgain.Asked, Note.Asked, TakePause.Asked, Withdraw.Asked, Stay.Asked }
            .Select(form => form.Name.Replace("person-", "bulk.", StringComparison.Ordinal))
            .SelectMany(act => new[] { $"{act}.intro", $"{act}.undo", $"{act}.unfit" }),
        .. PeopleFilter.Answers.Select(answer => $"people.answer.{answer}"),
        .. ListFile.Formats.Select(format => $"list.file.{format}"),
        .. new[] { SharedContents.Roster, SharedContents.Pairs, SharedContents.Answers, SharedContents.Report }
            .Select(name => SharedModel.KeyOf(new(name))),
        .. new[] { "first", "half-time", "last" }.SelectMany(due => new[] { $"calendar.contact.{due}", $"liaison-week.{due}" }),
        .. DriveFailure.Reasons.Select(reason => $"shared.problem.{reason}"),
        .. Enum.GetNames<SentAgain>().Except([nameof(SentAgain.Settled)]).Select(became => $"doubt.done.again-{became.ToLowerInvariant()}"),
        .. new[] { DoubtPresses.Again, DoubtPresses.Arrived, DoubtPresses.Left }
            .SelectMany(act => new[] { $"person-{act}.title", $"group-{act}.title" }),
        .. new[] { DoubtPresses.Arrived, DoubtPresses.Left, DoubtPages.Settled }.Select(done => $"doubt.done.{done}"),
        .. new[] { MeetingPresses.Hold, MeetingPresses.CallOff }.Select(act => $"meeting.done.{act}"),
        .. new[] { "yes", "anonymous", "no" }.Select(said => $"surveys.consent.{said}"),
        .. new[] { StoryDeskPages.Show, StoryDeskPages.Words, StoryDeskPages.Hide }
            .SelectMany(act => new[] { $"person-{act}.title", $"stories-desk.done.{act}" }),
        .. AuditFilter.Kinds.Select(kind => $"audit.kind.{kind}"),
        .. Correct.Asked.Questions.Select(question => $"person.cause.{question.Key}"),
        .. Enum.GetNames<CohortPhase>().Select(phase => $"phase.{phase.ToLowerInvariant()}"),
        .. Enum.GetNames<Standing>().Select(standing => $"standing.{standing.ToLowerInvariant()}"),
        .. Enum.GetNames<GoingOnEnd>().Select(end => $"group.longer.{end.ToLowerInvariant()}"),
        .. new[] { "open", "yes", "no" }.Select(said => $"group.longer.{said}"),
        .. Enum.GetNames<GroupStatus>().Select(status => $"group.{status.ToLowerInvariant()}"),
        .. Enum.GetNames<SecondPairStatus>().Select(status => $"privacy.seconds.{status.ToLowerInvariant()}"),
        .. CommitteeNavigation.Pages.Select(CommitteeNavigation.TextKey),
        .. OnOnesOwnPage(),
        .. DraftFields.All.Select(field => $"draft.{field.Place}"),
        "draft.committee.liaisonLoad",
        .. DraftFields.Translated.Select(text => $"draft.translation.{text}"),
        .. Enum.GetNames<CommitteeRole>().Select(role => $"draft.role.{role.ToLowerInvariant()}"),
        .. new[] { FieldChange.Name, FieldChange.Email, FieldChange.Roles, FieldChange.Load }.Select(field => $"committee.field.{field}"),
        .. new[] { MemberChange.Join, MemberChange.Change, MemberChange.Leave }
            .SelectMany(act => new[] { $"committee.{act}.asked", $"committee.{act}.do" }),
        .. new[] { MemberChange.Join, MemberChange.Change, MemberChange.Leave, MemberChange.Absence, MemberChange.Introductions }
            .Select(act => $"committee.act.{act}"),
        .. Ilnp.Tests.Programme.Cohorts.Pilot.Dates.Days.Select(day => CohortDay.IsPrompt(day) ? "prompt" : day)
            .Distinct().SelectMany(day => new[] { $"dates.name.{day}", $"dates.hint.{day}" }),
        .. Enum.GetNames<DayState>().Except([nameof(DayState.Open)]).Select(state => $"dates.state.{state.ToLowerInvariant()}"),
        .. AppParts.Of<HeldData>().SelectMany(kind => new[] { $"privacy.{kind.Name}.title", $"privacy.{kind.Name}.kept" }),
        .. OfWhatIsHeld(),
        .. Enum.GetNames<Step>().SelectMany(step =>
            new[] { $"stoppage.one.{step.ToLowerInvariant()}", $"stoppage.until.{step.ToLowerInvariant()}" }),
        .. StepInstance.Repeated.Select(step => $"stoppage.several.{step.ToString().ToLowerInvariant()}"),
        .. new[]
        {
            LateThing.Announcement, LateThing.Prompts, LateThing.FurtherPrompts, LateThing.MidSurvey, LateThing.PromptsAndMidSurvey,
            LateThing.Answers, LateThing.GoingOn,
        }
            .SelectMany(what => new[] { $"standstill.{what}", $"standstill.{what}.what" }),
        .. Enum.GetNames<StuckKind>().SelectMany(kind => new[]
        {
            $"stuck.{kind.ToLowerInvariant()}.what", $"stuck.{kind.ToLowerInvariant()}.meaning", $"stuck.{kind.ToLowerInvariant()}.advice",
        }),
        .. Enum.GetNames<CauseKind>().SelectMany(kind =>
            new[] { $"stoppage.cause.{kind.ToLowerInvariant()}", $"stoppage.advice.{kind.ToLowerInvariant()}" }),
    ];

    static IEnumerable<string> ReasonCodes => typeof(ReasonCode).GetFields().Select(code => (string)code.GetRawConstantValue()!);

    /// <summary>Each card's title and buttons, and what cards and gate make of a word.</summary>
    static IEnumerable<string> OnOnesOwnPage() => new Dictionary<string, string[]>
    {
        ["again"] = ["title", "wish", "change", "apply"],
        ["application"] = ["title", "withdraw", "stay"],
        ["assignment"] = ["title", "write", "change", "consent"],
        ["care"] = ["title", "word", "word.hint", "back"],
        ["certificate"] = ["title", "wish"],
        ["data"] = ["title"],
        ["story"] = ["title", "write", "change", "state.shown", "state.waits", "state.not-shown"],
        ["dates"] = ["title", "applications", "inquiry", "introductions", "mid-survey", "final-survey", "end"],
        ["joined"] = ["title", "text", "open"],
        ["longer"] = ["title", "wish", "answer", "change", "stop", "stop.hint"],
        ["second"] = ["title", "wish", "answer", "change", "stop", "stop.hint"],
        ["meeting"] = ["title", "join"],
        ["partner"] = ["title", "agree"],
        ["place"] =
        [
            "title", "answer", "applied", "question", "ineligible", "waiting", "asked", "available", "later", "declined", "silent", "over",
        ],
        ["prompts"] = ["title"],
        ["surveys"] =
            ["title", "mid-survey", "final-survey", "answer-mid-survey", "change-mid-survey", "answer-final-survey", "change-final-survey"],
        ["confirm"] = ["title", "text", "submit"],
        ["open"] = ["title", "text", "submit"],
        ["sent"] = ["title", "text"],
    }.SelectMany(card => card.Value.Select(word => $"own.{card.Key}.{word}"));

    /// <summary>What the pages of all that is held make of a word.</summary>
    static IEnumerable<string> OfWhatIsHeld() =>
    [
        .. new[] { "name", "email", "country", "timezone", "languages", "mail-language", "applied", "standing", "reason" }
            .Select(line => $"privacy.people.{line}"),
        .. Enum.GetNames<Standing>().Select(standing => $"privacy.people.{standing.ToLowerInvariant()}"),
        .. Enum.GetNames<GroupStatus>().Select(status => $"privacy.groups.{status.ToLowerInvariant()}"),
        .. Enum.GetNames<MailStatus>().Select(status => $"privacy.mails.{status.ToLowerInvariant()}"),
        .. Enum.GetNames<MailStream>().Select(stream => $"privacy.suppression.{stream.ToLowerInvariant()}"),
        .. new[] { "bounced", "complained", "unsubscribed" }.Select(reason => $"privacy.suppression.{reason}"),
        .. Enum.GetNames<ApplicationOutcome>().Select(outcome => $"privacy.applications.{outcome.ToLowerInvariant()}"),
        .. Enum.GetNames<DuplicateDecision>().Select(decision => $"privacy.duplicates.{decision.ToLowerInvariant()}"),
        .. new[] { WishKind.Together, WishKind.Apart, WishKind.Place }
            .Select(kind => $"privacy.matching.{kind.ToString().ToLowerInvariant()}"),
    ];

    /// <summary>Facts that orchestrations may leave out need a general word; a page's own facts are always there.</summary>
    static IEnumerable<string> FactsNamed(string language) => AppParts.Of<Form>()
        .SelectMany(form => Keys(language).Where(key => key.StartsWith($"{form.Name}.", StringComparison.Ordinal)))
        .SelectMany(key => Facts(Texts.In(language)[key]))
        .Except(AlwaysGiven)
        .Select(fact => $"fact.{fact}").Distinct();

    static IReadOnlyCollection<string> Keys(string language) =>
        [.. AppTexts.In(language).Keys];

    static IReadOnlyCollection<string> Facts(string text) => [.. TextPattern.Parse(text).Names.Order()];

    internal static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IlnpFunctions.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
