using Ilnp.Announcements;
using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Care;
using Ilnp.Care.Concerns;
using Ilnp.Care.Letters;
using Ilnp.Care.Rematching;
using Ilnp.Care.Weeks;
using Ilnp.Certificates;
using Ilnp.Cohort;
using Ilnp.Cohort.Moves;
using Ilnp.Committee.People.Bulk;
using Ilnp.Intake;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Import;
using Ilnp.Intake.Rounds;
using Ilnp.Intake.Understanding;
using Ilnp.Introductions;
using Ilnp.Mail.Holds;
using Ilnp.Mail.Quiet;
using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Reports;
using Ilnp.Returning;
using Ilnp.Rights;
using Ilnp.Screening;
using Ilnp.Standstill;
using Ilnp.Stories;
using Ilnp.Stories.Pictures;
using Ilnp.Stories.Questions;
using Ilnp.Surveys;

namespace Ilnp.Tests.Repetition;

/// <summary>Every activity, most of them in the situation that they are for; those that do more than one thing in each.</summary>
static class Scenarios
{
    const string C = Stage.Cohort;
    const string Instance = "I1";
    static readonly DateTime Closes = Stage.Closes;

    public static IReadOnlyList<Scenario> All { get; } =
    [
        Of<AnnouncementActivities>("SendAnnouncement", s => s.AppliedAsync(), a => Done(a.SendAnnouncement(C)), "announcement ada"),

        Of<IntakeActivities>(
            "RegisterApplication of somebody new", s => New(s), a => Give(a.RegisterApplication(new(C, Stage.Application)))),
        Of<IntakeActivities>(
            "AcknowledgeApplication", async s => await New(s),
            async a => await Done(a.AcknowledgeApplication(await a.RegisterApplication(new(C, Stage.Application)))),
            "application-received *"),
        new(
            "RegisterMessages of somebody new",
            s => New(s),
            p => Give(p.Get<IntakeRoundActivities>().RegisterMessages(new(C, [Stage.Application]), p.Hub))),
        new(
            "AcknowledgeMessages", s => New(s),
            async p =>
            {
                var activities = p.Get<IntakeRoundActivities>();
                await activities.AcknowledgeMessages(await activities.RegisterMessages(new(C, [Stage.Application]), p.Hub), p.Hub);
                return null;
            },
            "application-received *"),
        Of<IntakeRoundActivities>("ListWaiting", s => s.WaitingAsync(), a => Give(a.ListWaiting(Stage.Round))),
        Of<IntakeRoundActivities>("EndWaiting", s => s.WaitingAsync(), a => Done(a.EndWaiting(new(Stage.Round, [Stage.Application])))),
        Of<ImportActivities>(
            "KeepRows",
            async s => { await s.AppliedAsync(); await s.FileAsync(); },
            a => Give(a.KeepRows(new(C, Stage.File, 488, From: 480)))),

        Of<ImportActivities>(
            "ImportRows",
            async s => { await s.AppliedAsync(); await s.FileAsync(); },
            a => Give(a.ImportRows(new(C, Stage.File, 488, From: 484, InBulk: true)))),
        Of<ImportActivities>(
            "AcknowledgeRows", async s => { await s.AppliedAsync(); await s.FileAsync(); },
            async a =>
            {
                await a.ImportRows(new(C, Stage.File, 488, From: 488, InBulk: true));
                await a.AcknowledgeRows(new(C, Stage.File, 488, From: 488, InBulk: true));
                return null;
            },
            "application-received *"),

        Of<MeaningActivities>(
            "ReadAgain somebody who comes in by it",
            s => Unclear(s),
            a => Done(a.ReadAgain(new(C, Stage.Kongo.WordId))),
            "application-received *"),
        Of<QuestionActivities>(
            "ReadMessagesAgain somebody who comes in by it", s => Unread(s),
            async a => { while (await a.ReadMessagesAgain(new(C))) { } return null; }, "application-received *"),
        Of<AddressActivities>(
            "RegisterAddressed", async s => { await s.AppliedAsync(); await s.AddressedAsync(); },
            a => Give(a.RegisterAddressed(new(C, Stage.Application)))),

        Of<ReviewActivities>("ProposeDuplicates", s => Twins(s), a => Give(a.ProposeDuplicates(C))),
        Of<ReviewActivities>(
            "ResolveDuplicate as the same", async s => await Twins(s),
            async a => { await a.ProposeDuplicates(C); await a.ResolveDuplicate(new(C, "P01-P02", "same")); return null; },
            "applications-joined P01", "applications-joined P02"),
        Of<ReviewActivities>(
            "SendReview", s => Twins(s),
            async a => { await a.ProposeDuplicates(C); await a.SendReview(new(C, Instance, Closes)); return null; }, "intake-review ada"),

        Of<MatchingActivities>("ProposeMatches", s => s.AppliedAsync(), a => Done(a.ProposeMatches(new(C, 1, [])))),
        Of<MatchingActivities>(
            "ProposeMatches in place of another proposal", s => s.AskedAsync(), a => Done(a.ProposeMatches(new(C, 2, [])))),
        Of<MatchingActivities>(
            "ReadSeparations",
            async s =>
            {
                await s.AskedAsync();
                await s.DecisionAsync("match-approval-1-ada", "match-approval", "ada", "back", ("apart", "G001"));
            },
            a => Give(a.ReadSeparations(new(C, 1, [])))),
        new(
            "AskMatchApproval", s => s.AppliedAsync(),
            async p =>
            {
                await p.Get<MatchingActivities>().ProposeMatches(new(C, 1, []));
                return await Done(p.Get<MatchApprovalActivities>().AskMatchApproval(new(C, 1, 0, Instance)));
            },
            "match-approval ada"),

        Of<ChoosingActivities>("ChooseWhomToAsk", s => Proposed(s), a => Give(a.ChooseWhomToAsk(C))),
        Of<ChoosingActivities>("ChooseFromWaitingList", s => s.AppliedAsync(), a => Give(a.ChooseFromWaitingList(new(C, 2)))),
        Of<AvailabilityActivities>(
            "AskAvailability", s => s.AppliedAsync(), a => Done(a.AskAvailability(new(C, "P01", Closes))), "availability P01"),
        Of<WaitingListActivities>("ListNotChosen", s => s.AskedAsync(), a => Give(a.ListNotChosen(C))),
        Of<WaitingListActivities>("TellNotChosen", s => s.AskedAsync(), a => Done(a.TellNotChosen(new(C, "P09"))), "not-chosen P09"),
        Of<AvailabilityActivities>("ListSilent", s => s.AskedAsync("P01"), a => Give(a.ListSilent(C))),
        Of<AvailabilityActivities>(
            "RemindAvailability", s => s.AskedAsync("P01"), a => Done(a.RemindAvailability(new(C, "P02", new(2020, 4, 17)))),
            "availability-reminder P02"),
        Of<AvailabilityActivities>("CloseInquiry", s => s.AskedAsync("P01"), a => Done(a.CloseInquiry(new(C, "P01")))),
        Of<AvailabilityActivities>("CloseAvailability", s => s.AskedAsync("P01", "P02", "P03"), a => Done(a.CloseAvailability(C))),
        Of<ChoosingActivities>(
            "FormGroups of whole pairs, a widow and reserves",
            s => Answered(s, "P01", "P02", "P03", "P05", "P06"),
            a => Give(a.FormGroups(C))),
        Of<ChoosingActivities>("FormGroups with somebody too many", s => Answered(s, "P01", "P02", "P03"), a => Give(a.FormGroups(C))),
        Of<WaitingListActivities>("ListStandby", s => s.RunningAsync(), a => Give(a.ListStandby(C))),
        Of<WaitingListActivities>("TellStandby", s => s.RunningAsync(), a => Done(a.TellStandby(new(C, "P06"))), "standby P06"),

        Of<IntroductionActivities>("ListGroupsToIntroduce", s => s.AskedAsync(), a => Give(a.ListGroupsToIntroduce(C))),
        Of<IntroductionActivities>("ActivateGroup", s => s.AskedAsync("P01", "P02"), a => Done(a.ActivateGroup(new(C, "G001")))),
        Of<IntroductionActivities>(
            "SendIntroduction", s => s.RunningAsync(), a => Done(a.SendIntroduction(new(C, "G001"))), "introduction G001"),

        Bulk("ActOnPerson note", async s => { await s.AppliedAsync(); await s.DecidedAsync("note", "Asked for a later start."); }),
        Bulk("ActOnPerson own-page", async s => { await s.AppliedAsync(); await s.DecidedAsync("own-page"); }, "page-sent P01"),
        Bulk("ActOnPerson ask-again", async s => { await s.AskedAsync(); await s.DecidedAsync("ask-again"); }, "fresh-link P01"),
        Bulk("ActOnPerson withdraw", async s => { await s.AppliedAsync(); await s.DecidedAsync("withdraw"); }, "application-withdrawn P01"),
        Bulk(
            "ActOnPerson withdraw somebody who was asked meanwhile",
            async s => { await s.AskedAsync(); await s.DecidedAsync("withdraw"); }),
        Bulk("ActOnPerson stay", async s => { await Withdrawn(s); await s.DecidedAsync("stay"); }),
        Bulk("ActOnPerson pause", async s => { await s.RunningAsync(); await s.DecidedAsync("pause", null, ("weeks", "pause-2")); }),
        Bulk(
            "ActOnPerson in-time",
            async s =>
            {
                await s.AppliedAsync();
                await s.ChangeAsync(person => person with { Standing = Standing.HeldBack, Reasons = [ReasonCode.UnknownMoment] });
                await s.DecidedAsync("in-time");
            }),

        Of<QuietActivities>("ListAsleepTogether", s => s.RunningAsync(), a => Give(a.ListAsleepTogether(new(C, ["G001", "G002"])))),
        Of<HoldActivities>(
            "AskWhetherHeld", s => s.RunningAsync(), a => Give(a.AskWhetherHeld(new(C, "prompt-2", Closes, IsNews: true)))),
        Of<QuietActivities>("ListAsleep", s => s.RunningAsync(), a => Give(a.ListAsleep(new(C, ["P01", "P02", "P03"])))),
        Of<PromptActivities>("ListActive", s => s.RunningAsync(), a => Give(a.ListActive(C))),
        Of<PromptActivities>("SendPrompt", s => s.RunningAsync(), a => Done(a.SendPrompt(new(C, "P03", 2))), "prompt P03"),

        .. LongerScenarios.All,
        .. SecondScenarios.All,
        .. MeetingScenarios.All,

        Of<CareActivities>("ListActiveGroups", s => s.RunningAsync(), a => Give(a.ListActiveGroups(C))),
        Of<CareActivities>("ListMembers", s => s.RunningAsync(), a => Give(a.ListMembers(new(C, "G002")))),
        Of<CareActivities>(
            "AskPulse", s => s.RunningAsync(), a => Give(a.AskPulse(new(C, "G001", 1, Instance, Closes))), "pulse P01", "pulse P02"),
        Of<ConcernActivities>("SendNudge", s => s.RunningAsync(), a => Done(a.SendNudge(About(ConcernKind.Silence))), "nudge P02"),
        Of<ConcernActivities>(
            "Reassure of silence", s => s.RunningAsync(), a => Done(a.Reassure(About(ConcernKind.Silence))), "heard-silence P01"),
        Of<ConcernActivities>(
            "Reassure of conduct", s => s.RunningAsync(), a => Done(a.Reassure(About(ConcernKind.Trouble))), "heard-trouble P01"),
        Of<ConcernActivities>("Reconnect", s => s.RunningAsync(), a => Done(a.Reconnect(About(ConcernKind.Mutual))), "reconnect G001"),
        Of<ConcernActivities>(
            "TellStillHere", s => s.RunningAsync(), a => Done(a.TellStillHere(About(ConcernKind.Silence))), "still-here P01"),
        Of<ConcernActivities>(
            "TellAnswered", s => s.RunningAsync(), a => Done(a.TellAnswered(About(ConcernKind.Silence))), "partner-answered P01"),
        Of<PauseActivities>("TellBack", s => s.RunningAsync(), a => Done(a.TellBack(new(C, "G001", "P02", Closes))), "partner-back P01"),
        Of<PauseActivities>(
            "TellPause",
            s => s.RunningAsync(),
            a => Done(a.TellPause(new(C, "G001", "P02", Closes))),
            "partner-pauses P01",
            "pause-noted P02"),
        Of<PauseActivities>(
            "WelcomeBack", s => s.RunningAsync(), a => Done(a.WelcomeBack(new(C, "G001", "P02", Closes))), "welcome-back P02"),
        Of<DeciderActivities>(
            "AskToDecide the liaison", s => s.RunningAsync(), a => Done(a.AskToDecide(About(ConcernKind.Silence))), "liaison-silence ben"),
        Of<DeciderActivities>(
            "AskToDecide the leads", s => s.RunningAsync(), a => Done(a.AskToDecide(About(ConcernKind.Trouble))), "lead-trouble ada"),
        Of<DeciderActivities>(
            "TellResolved", s => s.RunningAsync(), a => Done(a.TellResolved(About(ConcernKind.Silence))), "liaison-resolved ben"),
        Of<LiaisonWeekActivities>("ListLiaisonsWithGroups", s => s.RunningAsync(), a => Give(a.ListLiaisonsWithGroups(C))),
        Of<LiaisonWeekActivities>(
            "WriteLiaisonWeek", s => s.RunningAsync(), a => Done(a.WriteLiaisonWeek(new(C, "ben", 1))), "liaison-week ben"),
        Of<CareActivities>("CompleteGroup", s => s.RunningAsync(), a => Done(a.CompleteGroup(new(C, "G001")))),
        new(
            "StartRematches",
            s => s.RunningAsync(),
            p => Done(p.Get<RematchStarts>().StartRematches(CohortPlan.From(Stage.Settings), p.Hub))),
        new("StartGroup", s => s.RunningAsync(), p => Done(p.Get<CareStarts>().StartGroup(new(C, "G001", Closes, Closes, new()), p.Hub))),

        new(
            "StartSearch",
            s => s.RunningAsync(),
            p => Done(p.Get<RematchStarts>().StartSearch(new(CohortPlan.From(Stage.Settings), "P01", 1), p.Hub))),
        Of<PartingActivities>(
            "Part a pair that one leaves", s => s.RunningAsync(), a => Give(a.Part(Parting("G001", leaving: ["P02"]))), "farewell P02"),
        Of<PartingActivities>(
            "Part a pair of which one is silent",
            s => s.RunningAsync(),
            a => Give(a.Part(Parting("G001", resting: ["P02"]))),
            "place-kept P02"),
        Of<PartingActivities>("Part a pair for good", s => s.RunningAsync(), a => Give(a.Part(Parting("G001", apart: true)))),
        Of<PartingActivities>(
            "Part a trio that one leaves", s => s.RunningAsync(),
            a => Give(a.Part(Parting("G002", leaving: ["P03"]))), "farewell P03", "going-on P04", "going-on P05"),
        Of<PartingActivities>(
            "Part a trio that two leave", s => s.RunningAsync(),
            async a => (await a.Part(Parting("G002", leaving: ["P03"])), await a.Part(Parting("G002", leaving: ["P04"]))),
            "farewell P03", "farewell P04", "going-on P04", "going-on P05"),
        Of<PartingActivities>(
            "Part a pair that both leave", async s => { await s.RunningAsync(); await s.StandAsync("P01", Standing.Left, "G001"); },
            a => Give(a.Part(Parting("G001", leaving: ["P02"]))), "farewell P01", "farewell P02"),
        Of<RematchActivities>("PairWithAvailable", s => s.LeftAloneAsync(), a => Give(a.PairWithAvailable(Alone))),
        Of<RematchActivities>("TellSearching", s => s.LeftAloneAsync(), a => Done(a.TellSearching(Alone)), "searching P01"),
        Of<RematchActivities>("NextOnWaitingList", s => s.LeftAloneAsync(), a => Give(a.NextOnWaitingList(Alone))),
        Of<RematchActivities>(
            "AskTrioConsent", s => Paired(s), a => Give(a.AskTrioConsent(new(C, "P01", Instance, Closes))),
            "trio-consent P08", "trio-consent P09"),
        Of<RematchActivities>("FormTrio", s => Paired(s), a => Give(a.FormTrio(new(C, "G003", "P01")))),
        Of<RematchActivities>(
            "TellPairStays", s => Paired(s), a => Done(a.TellPairStays(new(C, "G003", "P01", ["P08"]))), "pair-stays P08"),
        Of<SeekerActivities>("MatchSeekers", s => s.LeftAloneAsync(), a => Give(a.MatchSeekers(new(C, [new("P01", 0)], [], true, true)))),
        new(
            "StartPlaceSearch",
            s => s.RunningAsync(),
            p => Done(p.Get<RematchStarts>().StartPlaceSearch(new(CohortPlan.From(Stage.Settings), 1), p.Hub))),
        Of<NewPartnerActivities>(
            "TellNewPartners", s => Found(s), a => Done(a.TellNewPartners(new(C, "G003"))), "new-partner P01"),
        Of<RematchActivities>("ReportUnplaced", s => s.LeftAloneAsync(), a => Done(a.ReportUnplaced(Alone)), "liaison-unplaced ben"),

        new("StartSurvey", s => s.RunningAsync(), p => Done(p.Get<SurveyActivities>().StartSurvey(new(C, SurveyKind.Mid, 14), p.Hub))),
        Of<SurveyActivities>("ListSurveyed", s => s.RunningAsync(), a => Give(a.ListSurveyed(C))),
        Of<SurveyActivities>(
            "InviteToSurvey", s => s.RunningAsync(), a => Done(a.InviteToSurvey(new(C, SurveyKind.Mid, "P01", Closes))), "mid-survey P01"),
        Of<SurveyActivities>(
            "RemindOfSurvey", async s => { await s.RunningAsync(); await s.DecisionAsync("mid-survey-P01", "mid-survey", "P01", null); },
            a => Done(a.RemindOfSurvey(new(C, SurveyKind.Mid, "P01", Closes))), "survey-reminder P01"),
        Of<SurveyActivities>(
            "TellLiaisonsOfNoContact",
            async s => { await s.RunningAsync(); await s.DecisionAsync("mid-survey-P01", "mid-survey", "P01", "", ("q4", "no")); },
            a => Done(a.TellLiaisonsOfNoContact(C)), "liaison-no-contact ben"),

        Of<CertificateActivities>("ListCertificatesWanted", s => Wished(s), a => Give(a.ListCertificatesWanted(C))),
        Of<CertificateActivities>("IssueCertificate", s => Wished(s), a => Done(a.IssueCertificate(new(C, "P01"))), "certificate P01"),

        Of<ReportActivities>("BuildReport", s => Wished(s), a => Give(a.BuildReport(C))),
        Of<ReportActivities>("SendReportToCommittee", s => Wished(s), a => Done(a.SendReportToCommittee(new(C, Headline))), "report ada"),
        Of<ReportActivities>("ListReportReaders", s => s.RunningAsync(), a => Give(a.ListReportReaders(C))),
        Of<ReportActivities>(
            "SendReport", s => s.RunningAsync(), a => Done(a.SendReport(new(C, Headline) { PersonId = "P01" })), "report P01"),

        Of<ReceiptActivities>(
            "SendReceipt", s => Answered(s), a => Done(a.SendReceipt(new(C, "nudge-P01", 1, Closes))), "decision-receipt P01"),
        Of<ReceiptActivities>(
            "SendReceipt of what was changed since", s => Answered(s), a => Done(a.SendReceipt(new(C, "nudge-P01", 0, Closes)))),

        Of<ErasureActivities>("FindSelves", async s => { await Twins(s); await s.SameAsync(); }, a => Give(a.FindSelves(Alone))),
        Of<ErasureActivities>("TellErasure", s => s.RunningAsync(), a => Done(a.TellErasure(Alone)), "erasing P01"),
        new(
            "LeaveForGood before the start",
            s => Formed(s),
            async p => await Give(p.Get<ErasureActivities>().LeaveForGood(Alone, p.Hub)),
            "standby P02"),
        Of<ErasureActivities>("ErasePerson with answers and a mail", s => Surveyed(s), a => Done(a.ErasePerson(Alone)), "final-survey P01"),
        Of<ErasureActivities>(
            "ErasePerson who is erased",
            async s => await Wished(s),
            async a => { await a.ErasePerson(Alone); await a.ErasePerson(Alone); return null; }),

        Of<AnnouncementActivities>("RenewAnnouncement", s => s.AppliedAsync(), a => Done(a.RenewAnnouncement(C))),
        new("TellSteps", s => s.RunningAsync(), p => Done(p.Get<MoveActivities>().TellSteps(Moved, p.Hub))),
        Of<MoveActivities>("MoveQuestions", s => s.AskedAsync("P01"), a => Done(a.MoveQuestions(Moved))),
        Of<MoveLetters>("ListConcerned", s => s.AskedAsync("P01"), a => Give(a.ListConcerned(Moved))),
        Of<MoveLetters>("WriteMove", s => s.AskedAsync("P01"), a => Done(a.WriteMove(new(Moved, "P02"))), "dates-changed P02"),
        Of<MoveLetters>("TellCommittee", s => s.AskedAsync("P01"), a => Done(a.TellCommittee(Moved)), "dates-moved ben"),

        Of<MoreTimeActivities>("PutOffQuestions", s => s.AskedAsync("P01"), a => Give(a.PutOffQuestions(PutOff))),
        Of<MoreTimeActivities>(
            "WriteStillOpen", s => s.AskedAsync("P01"), a => Done(a.WriteStillOpen(new(C, "availability-P02", PutOff.Until))),
            "still-open P02"),
        Of<LateLetters>(
            "TellLate",
            s => s.AskedAsync("P01"),
            a => Done(a.TellLate(new(C, LateThing.Answers) { Given = PutOff, Open = ["availability-P02"] })),
            "standstill *"),

        Of<HandOverActivities>("CarryPriority", s => s.RunningAsync(), a => Give(a.CarryPriority(C))),
        Of<HandOverActivities>("TellPriority", s => s.RunningAsync(), a => Done(a.TellPriority(new(C, "P08"))), "priority P08"),
        Of<ReturningActivities>("ListReturning", s => s.AgainAsync(), a => Give(a.ListReturning(Stage.Next))),
        Of<ReturningActivities>(
            "WriteRoundOpen", s => s.AgainAsync(), a => Done(a.WriteRoundOpen(new(Stage.Next, new(C, "P01")))), "round-open P01"),
        Of<StoryDraftActivities>("SendDraft", s => Told(s), a => Done(a.SendDraft(new(C, "P01", 1, Closes))), "story-written *"),
        Of<StoryDraftActivities>(
            "SendDraft of a picture", s => Pictured(s),
            a => Done(a.SendDraft(new(C, "P01", 1, Closes) { Picture = Sea.Stamp })), "story-written *"),
        Of<StoryDraftActivities>("SendDraft of what was changed since", s => Told(s), a => Done(a.SendDraft(new(C, "P01", 0, Closes)))),
    ];

    /// <summary>P01 wrote for others.</summary>
    static async Task Told(Stage s)
    {
        await s.RunningAsync();
        await s.DecisionAsync(
            Telling.DecisionId("P01"), Telling.Name, "P01", Telling.Unnamed,
            (Telling.Consent, Telling.Unnamed), (Telling.Text, "It was good."));
    }

    static StoryPicture Sea => new("P01", "abc", "The sea.", 4, 3, Closes);

    static async Task Pictured(Stage s)
    {
        await Told(s);
        await s.PictureAsync(Sea);
    }

    static MoreTime PutOff => new(C, ["availability-"], Closes, Closes.AddDays(2));

    /// <summary>P01 says something that concerns P02, or P01 alone.</summary>
    static ConcernLetter About(ConcernKind kind) => new(C, "G001", Instance, Closes)
    {
        Concern = new()
        {
            Kind = kind,
            AboutId = kind is ConcernKind.Mismatch or ConcernKind.Trouble ? "P01" : "P02",
            FromId = "P01",
            Number = 1,
            RaisedAt = Closes.AddDays(-20),
            Stage = ConcernStage.Asked,
            Due = Closes.AddDays(-17),
        },
    };

    static PartingOf Parting(string group, string[]? leaving = null, string[]? resting = null, bool apart = false) => new(
        C,
        new()
        {
            GroupId = group,
            Cause = leaving is not null ? PartingCause.Left : resting is not null ? PartingCause.Silent : PartingCause.Mismatch,
            Leaving = leaving ?? [],
            Resting = resting ?? [],
            Apart = apart,
        },
        Closes);

    /// <summary>The inquiry of the stage closes on a day that is moved by a year; so that links end before it.</summary>
    static DatesMove Moved =>
        new(C, 1, Closing(new(2020, 6, 9)), Closing(new(2021, 2, 9)) with { Moves = 1 }, "ada", new(2020, 4, 20, 9, 0, 0, TimeSpan.Zero));

    static CohortDates Closing(DateOnly day) => Stage.Settings.Dates with { AvailabilityCloses = day };

    static PersonRef Alone => new(C, "P01");

    static ReportHeadline Headline => new(4, 3, 2, 2);

    static async Task New(Stage stage)
    {
        await stage.AppliedAsync();
        await stage.MessageAsync();
    }

    /// <summary>Somebody is held back by a word whose meaning was said since.</summary>
    static async Task Unclear(Stage stage)
    {
        await stage.AppliedAsync();
        await stage.UnclearAsync();
    }

    /// <summary>Somebody is held back by a question of the form of which something was said since.</summary>
    static async Task Unread(Stage stage)
    {
        await stage.AppliedAsync();
        await stage.UnreadAsync();
    }

    static async Task Twins(Stage stage)
    {
        await stage.AppliedAsync();
        await stage.TwinAsync();
    }

    static async Task Proposed(Stage stage)
    {
        await stage.AskedAsync();
        foreach (var id in new[] { "P01", "P02", "P03", "P04", "P05", "P06" }) await stage.StandAsync(id, Standing.Eligible);
    }

    /// <summary>These said yes, the others asked said nothing; the inquiry is closed.</summary>
    static async Task Answered(Stage stage, params string[] yes)
    {
        await stage.AskedAsync(yes);
        foreach (var id in new[] { "P01", "P02", "P03", "P04", "P05", "P06" })
            await stage.StandAsync(id, yes.Contains(id) ? Standing.Available : Standing.Silent);
    }

    /// <summary>P01 is alone; P08 and P09 are the only pair.</summary>
    static async Task Paired(Stage stage)
    {
        await stage.LeftAloneAsync();
        await stage.PutAsync(Stage.Pair("G003", GroupStatus.Active, "P08", "P09"));
        foreach (var id in new[] { "P08", "P09" }) await stage.StandAsync(id, Standing.Active, "G003");
    }

    /// <summary>P01 and P02 said yes and were put together; nobody has been introduced.</summary>
    static Task Formed(Stage stage) => Answered(stage, "P01", "P02");

    /// <summary>P01, left alone, has a new partner.</summary>
    static async Task Found(Stage stage)
    {
        await stage.LeftAloneAsync();
        await stage.PutAsync(Stage.Pair("G003", GroupStatus.Proposed, "P01", "P06"));
    }

    static async Task Wished(Stage stage)
    {
        await stage.RunningAsync();
        await stage.DecisionAsync("final-survey-P01", "final-survey", "P01", "", ("q9-name", "Prof. Person One"));
    }

    /// <summary>P01 has ticked and written in both surveys, and P02 was asked about P01.</summary>
    static async Task Surveyed(Stage stage)
    {
        await Wished(stage);
        await stage.DecisionAsync("mid-survey-P01", "mid-survey", "P01", "", ("q4", "yes"), ("q9", "Good."));
        await stage.InvitedAsync("P01");
        await stage.DecisionAsync("pulse-G001-1-P02", "pulse", "P02", "heard", ("note", "Amina PersonB writes often."));
    }

    static async Task Answered(Stage stage)
    {
        await stage.RunningAsync();
        await stage.DecisionAsync("nudge-P01", "nudge", "P01", "here", ("choice", "here"));
    }

    /// <summary>P01 took the application back.</summary>
    static async Task Withdrawn(Stage stage)
    {
        await stage.AppliedAsync();
        await stage.ChangeAsync(person => Withdrawal.TakeBack(person, Closes.AddDays(-9)));
        await stage.DecisionAsync("withdrawal-P01-20200601", "withdrawal", "P01", "withdraw", ("choice", "withdraw"));
    }

    /// <summary>P01's part of what was decided about many.</summary>
    static Scenario Bulk(string activity, Func<Stage, Task> arrange, params string[] mails) =>
        new(activity, arrange, p => Give(p.Get<BulkActivities>().ActOnPerson(new(C, "plan", "ada", "P01"), p.Hub)), mails);

    internal static Scenario Of<T>(string activity, Func<Stage, Task> arrange, Func<T, Task<object?>> run, params string[] mails)
        where T : notnull =>
        new(activity, arrange, process => run(process.Get<T>()), mails);

    internal static async Task<object?> Give<T>(Task<T> activity) => await activity;

    internal static async Task<object?> Done(Task activity)
    {
        await activity;
        return null;
    }
}
