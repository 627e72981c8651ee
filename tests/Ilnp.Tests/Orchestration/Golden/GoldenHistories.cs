using System.Runtime.CompilerServices;
using FunctionsHost.Durable.Dispatch;
using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Care;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Cohort.Moves;
using Ilnp.Committee.People.Bulk;
using Ilnp.Intake;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Import;
using Ilnp.Intake.Rounds;
using Ilnp.Intake.Understanding;
using Ilnp.Introductions;
using Ilnp.Programme;
using Ilnp.Rights;
using Ilnp.Standstill;
using Ilnp.Stories;
using Ilnp.Tests.Cohort.Moves;
using Ilnp.Tests.Committee.People.Bulk;
using Ilnp.Tests.Continuing;
using Ilnp.Tests.Meetings;
using Ilnp.Tests.Programme;
using Ilnp.Tests.SecondPartners;
using Ilnp.Tests.WholeCohort;
using Microsoft.DurableTask.Protobuf;

namespace Ilnp.Tests.Orchestration.Golden;

/// <summary>
/// Histories of the shipped orchestrators, from a whole cohort of the pilot's sample, in <c>Histories</c> beside this file: one
/// file for each, a line for each execution. To record them anew, run these tests with <see cref="Switch"/> set to 1.
/// </summary>
/// <remarks>Record anew only when no cohort runs on the old code any more; otherwise put the change behind a version.</remarks>
public sealed class GoldenHistories : IAsyncLifetime
{
    public const string Switch = "ILNP_RECORD_HISTORIES";

    /// <summary>What no cohort is needed for, by the values of the switch that record it alone.</summary>
    static readonly Dictionary<string, Func<string, Task>[]> Parts = new()
    {
        ["import"] = [RecordImportAsync, RecordSearchAsync, RecordErasureAsync],
        ["unknown"] = [RecordUnknownAsync],
        ["questions"] = [RecordQuestionsAsync],
        ["receipt"] = [RecordReceiptAsync],
        ["intake-round"] = [RecordMessageAsync, RecordIntakeRoundAsync],
        ["dates"] = [RecordDatesAsync],
        ["bulk"] = [RecordBulkAsync],
        ["meeting"] = [MeetingPlay.RecordAsync],
        ["story"] = [RecordStoryAsync],
        ["longer"] = [LongerPlay.RecordAsync],
        ["seconds"] = [SecondPlay.RecordAsync],
        ["more-time"] = [RecordMoreTimeAsync],
        ["rounds"] = [RecordRoundAsync, RecordPlaceSearchAsync],
        ["held"] = [HeldPlay.RecordAsync],
    };

    /// <summary>Parts that show more of orchestrators that the cohort shows: recorded alone, they are added to what is there.</summary>
    static readonly HashSet<string> Beside = ["held"];

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Histories");

    internal static IReadOnlyList<RecordedExecution> Of(string orchestrator) =>
        [.. File.ReadLines(FileOf(orchestrator)).Select(RecordedExecution.Parse)];

    internal static IEnumerable<string> Texts() => Directory.EnumerateFiles(Folder(), "*.ndjson").Select(File.ReadAllText);

    /// <summary>The histories that are there belong to these orchestrators.</summary>
    internal static IEnumerable<string> Orchestrators() =>
        Directory.EnumerateFiles(Folder(), "*.ndjson").Select(file => Path.GetFileNameWithoutExtension(file));

    public async Task InitializeAsync()
    {
        var wished = Environment.GetEnvironmentVariable(Switch) ?? "";
        if (wished != "1" && !Parts.ContainsKey(wished)) return;
        var folder = Directory.CreateTempSubdirectory("ilnp-histories-");
        if (wished == "1") await RecordCohortAsync(folder.FullName);
        foreach (var record in Parts.Where(part => wished == "1" || part.Key == wished).SelectMany(part => part.Value))
            await record(folder.FullName);
        var recorded = File.ReadLines(Path.Combine(folder.FullName, "histories.ndjson")).Select(RecordedExecution.Parse).ToList();
        Directory.CreateDirectory(Folder());
        foreach (var histories in recorded.GroupBy(history => history.Orchestrator))
        {
            var before = Beside.Contains(wished) ? Of(histories.Key) : [];
            await File.WriteAllLinesAsync(
                FileOf(histories.Key), before.Concat(HistoryChoice.From(histories, before)).Select(history => history.ToJson()));
        }

        folder.Delete(recursive: true);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    static async Task RecordCohortAsync(string folder)
    {
        using var pilot = PilotProcess.Start(Path.Combine(folder, "out"), PilotProcess.FreePort(), folder, ["--exit"]);
        var (code, output) = await pilot.EndAsync(TimeSpan.FromMinutes(10));
        Assert.True(code == 0, output);
    }

    /// <summary>Nobody of a simulated cohort writes a story.</summary>
    static async Task RecordStoryAsync(string folder)
    {
        var begin = new DateTime(2020, 9, 1, 8, 0, 0, DateTimeKind.Utc);
        await new Script(begin) { Histories = folder }
            .Orchestrator<DueDraft>(nameof(StoryDraftOrchestrator), StoryDraftOrchestrator.Run)
            .On(nameof(StoryDraftActivities.SendDraft))
            .RunAsync(nameof(StoryDraftOrchestrator), new DueDraft("c", "P1", 1, begin.AddMinutes(15)), "story", begin.AddDays(1));
    }

    /// <summary>The cohort's applications come by webhook; an upload is played with scripted activities.</summary>
    static async Task RecordImportAsync(string folder)
    {
        var begin = new DateTime(2020, 3, 2, 8, 0, 0, DateTimeKind.Utc);
        await new Script(begin) { Histories = folder }
            .Orchestrator<ImportFile>(nameof(ImportOrchestrator), ImportOrchestrator.Run)
            .On(nameof(ImportActivities.KeepRows), _ => new[] { new SubmissionReceived("c", "a1"), new SubmissionReceived("c", "a2") })
            .On(
                nameof(IntakeActivities.RegisterApplication),
                _ => new { CohortId = "c", ApplicationId = "a1", Outcome = 0, PersonId = "P1" })
            .On(nameof(IntakeActivities.AcknowledgeApplication))
            .RunAsync(nameof(ImportOrchestrator), new ImportFile("c", "upload", ImportFile.Step + 1), "import", begin.AddDays(1));
        await new Script(begin) { Histories = folder }
            .Orchestrator<ImportFile>(nameof(ImportOrchestrator), ImportOrchestrator.Run)
            .On(nameof(ImportActivities.ImportRows), _ => new ImportReceipt(Rows: 3, New: 2, Changed: 1))
            .On(nameof(ImportActivities.AcknowledgeRows))
            .RunAsync(
                nameof(ImportOrchestrator),
                new ImportFile("c", "bulk", ImportFile.LetterStep + 1, InBulk: true),
                "import-bulk",
                begin.AddDays(1));
    }

    /// <summary>Enough people said yes in the cohort; a search is played with scripted activities.</summary>
    static async Task RecordSearchAsync(string folder)
    {
        var plan = CohortPlan.From(Cohorts.Pilot);
        await new Script(plan.Introduce) { Histories = folder }
            .Orchestrator<Search>(nameof(SearchOrchestrator), SearchOrchestrator.Run)
            .On(nameof(RematchActivities.NextOnWaitingList), input => input.Time == 1 ? "P1" : null)
            .On(nameof(AvailabilityActivities.AskAvailability))
            .On(nameof(AvailabilityActivities.CloseInquiry))
            .On(nameof(RematchActivities.AskTrioConsent), _ => new PairAsked("G002", ["P2", "P3"]))
            .On(nameof(RematchActivities.ReportUnplaced))
            .Decides(plan.Introduce.AddHours(2), "search", InquiryForm.Answered, InquiryForm.DecisionId("P1"), "P1", InquiryForm.No)
            .Decides(
                plan.Introduce.AddHours(9), "search", TrioConsent.Answered,
                TrioConsent.DecisionId("G002", "P9", "P2"), "P2", TrioConsent.Agree)
            .RunAsync(nameof(SearchOrchestrator), new Search(plan, "P9", 1), "search", plan.Introduce.AddDays(30));
    }

    /// <summary>
    /// The cohort's rounds, and one in which somebody is left, somebody says yes and a pair does not become a trio after all.
    /// </summary>
    static async Task RecordRoundAsync(string folder)
    {
        var plan = CohortPlan.From(Cohorts.Pilot);
        await new Script(plan.Introduce) { Histories = folder }
            .Orchestrator<RematchRound, IReadOnlyList<string>>(nameof(RematchRoundOrchestrator), RematchRoundOrchestrator.Run)
            .On(nameof(PartingActivities.Part), _ => new[] { "P1", "P2" })
            .On(nameof(RematchActivities.FormTrio), _ => (string?)null)
            .On(nameof(RematchActivities.TellPairStays))
            .On(nameof(SeekerActivities.MatchSeekers), input => new RoundMatched
            {
                Formed = input.Time == 1 ? ["G048"] : [],
                Left = [new(new("P2", 0), "G003", ["P7"])],
                Ahead = ["P8"],
                Ready = ["P6"],
            })
            .On(nameof(NewPartnerActivities.TellNewPartners))
            .On(nameof(IntroductionActivities.ActivateGroup))
            .On(nameof(IntroductionActivities.SendIntroduction))
            .On(nameof(CareStarts.StartGroup))
            .On(nameof(RematchActivities.TellSearching))
            .On(nameof(RematchStarts.StartPlaceSearch))
            .On(nameof(WaitingListActivities.TellStandby))
            .RunAsync(
                nameof(RematchRoundOrchestrator),
                new RematchRound(
                    plan,
                    [
                        new() { Parting = new() { GroupId = "G001", Cause = PartingCause.Mismatch, Apart = true } },
                        new() { SeekerId = "P5", PairId = "G004", Agreed = ["P3", "P4"] }, new() { NewcomerId = "P6" },
                    ],
                    2,
                    ["P6"]),
                "round",
                plan.Introduce.AddDays(1));
    }

    static async Task RecordPlaceSearchAsync(string folder)
    {
        var plan = CohortPlan.From(Cohorts.Pilot);
        await new Script(plan.Introduce) { Histories = folder }
            .Orchestrator<PlaceSearch>(nameof(PlaceSearchOrchestrator), PlaceSearchOrchestrator.Run)
            .On(nameof(AvailabilityActivities.AskAvailability))
            .On(nameof(AvailabilityActivities.CloseInquiry))
            .On(nameof(RematchActivities.AskTrioConsent), _ => new PairAsked("G002", ["P2", "P3"]))
            .On(nameof(RematchActivities.TellPairStays))
            .On(nameof(RematchActivities.ReportUnplaced))
            .Decides(plan.Introduce.AddHours(2), "place-search", InquiryForm.Answered, InquiryForm.DecisionId("P1"), "P1", InquiryForm.No)
            .Decides(
                plan.Introduce.AddDays(4), "place-search", TrioConsent.Answered,
                TrioConsent.DecisionId("G002", "P9", "P2"), "P2", TrioConsent.Agree)
            .Decides(
                plan.Introduce.AddDays(5), "place-search", TrioConsent.Answered,
                TrioConsent.DecisionId("G002", "P9", "P3"), "P3", TrioConsent.Keep)
            .RunAsync(
                nameof(PlaceSearchOrchestrator),
                new PlaceSearch(plan, 2) { Turn = new("P9", 2), PairId = "G002", Asking = ["P1", "P4"] },
                "place-search",
                plan.Introduce.AddDays(30));
    }

    /// <summary>Nobody of the sample wishes to be erased; somebody who is in a group is played with scripted activities.</summary>
    static async Task RecordErasureAsync(string folder)
    {
        var begin = new DateTime(2020, 6, 3, 8, 0, 0, DateTimeKind.Utc);
        await new Script(begin) { Histories = folder }
            .Orchestrator<PersonRef>(nameof(ErasureOrchestrator), ErasureOrchestrator.Run)
            .On(nameof(ErasureActivities.FindSelves), _ => new[] { new PersonRef("c", "P1"), new PersonRef("c", "P2") })
            .On(nameof(ErasureActivities.TellErasure))
            .On(nameof(ErasureActivities.LeaveForGood), input => input.Time == 1)
            .On(nameof(ErasureActivities.ErasePerson))
            .RunAsync(nameof(ErasureOrchestrator), new PersonRef("c", "P1"), "erasure", begin.AddDays(1));
    }

    /// <summary>Nobody of the sample's committee settles anything.</summary>
    static async Task RecordUnknownAsync(string folder)
    {
        var begin = new DateTime(2020, 4, 15, 8, 0, 0, DateTimeKind.Utc);
        await new Script(begin) { Histories = folder }
            .Orchestrator<WordSaid>(nameof(MeaningOrchestrator), MeaningOrchestrator.Run)
            .On(nameof(MeaningActivities.ReadAgain))
            .RunAsync(nameof(MeaningOrchestrator), new WordSaid("c", "country-1"), "meaning", begin.AddDays(1));
        await new Script(begin) { Histories = folder }
            .Orchestrator<SubmissionReceived>(nameof(AddressOrchestrator), AddressOrchestrator.Run)
            .On(
                nameof(AddressActivities.RegisterAddressed),
                _ => new { CohortId = "c", ApplicationId = "a1", Outcome = 0, PersonId = "P1" })
            .On(nameof(IntakeActivities.AcknowledgeApplication))
            .RunAsync(nameof(AddressOrchestrator), new SubmissionReceived("c", "a1"), "address", begin.AddDays(1));
    }

    static async Task RecordQuestionsAsync(string folder)
    {
        var begin = new DateTime(2020, 4, 15, 8, 0, 0, DateTimeKind.Utc);
        await new Script(begin) { Histories = folder }
            .Orchestrator<QuestionsSaid>(nameof(QuestionOrchestrator), QuestionOrchestrator.Run)
            .On(nameof(QuestionActivities.ReadMessagesAgain), input => input.Time == 1)
            .RunAsync(nameof(QuestionOrchestrator), new QuestionsSaid("c"), "questions", begin.AddDays(1));
    }

    static async Task RecordReceiptAsync(string folder)
    {
        var begin = new DateTime(2020, 4, 15, 8, 0, 0, DateTimeKind.Utc);
        await new Script(begin) { Histories = folder }
            .Orchestrator<DueReceipt>(nameof(ReceiptOrchestrator), ReceiptOrchestrator.Run)
            .On(nameof(ReceiptActivities.SendReceipt))
            .RunAsync(
                nameof(ReceiptOrchestrator), new DueReceipt("c", "availability-P1", 2, begin.AddMinutes(5)), "receipt", begin.AddDays(1));
    }

    /// <summary>The sample's cohort never stands still.</summary>
    static async Task RecordMoreTimeAsync(string folder)
    {
        var begin = new DateTime(2020, 4, 29, 14, 0, 0, DateTimeKind.Utc);
        foreach (var open in new[] { 2, 0 })
            await new Script(begin) { Histories = folder }
                .Orchestrator<LateThing, bool>(nameof(MoreTimeOrchestrator), MoreTimeOrchestrator.Run)
                .On(nameof(MoreTimeActivities.PutOffQuestions), _ => Enumerable.Range(1, open).Select(person => $"availability-P{person}"))
                .On(nameof(MoreTimeActivities.WriteStillOpen))
                .On(nameof(LateLetters.TellLate))
                .RunAsync(
                    nameof(MoreTimeOrchestrator),
                    new LateThing("c", LateThing.Answers) { Given = new("c", ["availability-"], begin.AddDays(-1), begin.AddDays(2)) },
                    $"more-time{open}",
                    begin.AddDays(1));
    }

    /// <summary>A message that goes by itself.</summary>
    static async Task RecordMessageAsync(string folder)
    {
        var begin = new DateTime(2020, 3, 2, 8, 0, 0, DateTimeKind.Utc);
        await new Script(begin) { Histories = folder }
            .Orchestrator<SubmissionReceived>(nameof(IntakeOrchestrator), IntakeOrchestrator.Run)
            .On(
                nameof(IntakeActivities.RegisterApplication),
                _ => new { CohortId = "c", ApplicationId = "a1", Outcome = 0, PersonId = "P1" })
            .On(nameof(IntakeActivities.AcknowledgeApplication))
            .RunAsync(nameof(IntakeOrchestrator), new SubmissionReceived("c", "a1"), "intake", begin.AddDays(1));
    }

    /// <summary>A round that others have joined, and one that nobody has.</summary>
    static async Task RecordIntakeRoundAsync(string folder)
    {
        var begin = new DateTime(2020, 3, 2, 8, 0, 0, DateTimeKind.Utc);
        foreach (var others in new[] { 2, 0 })
        {
            var looks = 0;
            await new Script(begin) { Histories = folder }
                .Orchestrator<IntakeRound>(nameof(IntakeRoundOrchestrator), IntakeRoundOrchestrator.Run)
                .On(nameof(IntakeRoundActivities.RegisterMessages), _ => new RegisteredBatch("c", ["a1"]))
                .On(nameof(IntakeRoundActivities.AcknowledgeMessages))
                .On(nameof(IntakeRoundActivities.ListWaiting), _ => new MessageBatch("c", looks++ == 0 && others > 0 ? ["a2", "a3"] : []))
                .On(nameof(IntakeRoundActivities.EndWaiting))
                .RunAsync(nameof(IntakeRoundOrchestrator), new IntakeRound("c", begin, "p1", "a1"), $"round{others}", begin.AddDays(1));
        }
    }

    /// <summary>A decision by its kind and name.</summary>
    internal static string Told(OrchestratorAction action) => action switch
    {
        { ScheduleTask: { } call } => $"activity {call.Name}",
        { CreateSubOrchestration: { } child } => $"sub-orchestration {child.Name} {child.InstanceId}",
        { CreateTimer: { } timer } => $"timer {timer.FireAt}",
        { SendEvent: { } sent } => $"event {sent.Name}",
        { CompleteOrchestration: { } end } => $"end {end.OrchestrationStatus}",
        _ => action.OrchestratorActionTypeCase.ToString(),
    };

    /// <summary>Nobody of the sample's committee moves a day.</summary>
    static async Task RecordDatesAsync(string folder)
    {
        var at = new DateTimeOffset(Moving.Plan.Announce.AddDays(3), TimeSpan.Zero);
        await MovedDaysTests.MoveScript(at.UtcDateTime, folder)
            .RunAsync(nameof(DatesOrchestrator), Moving.Move(at, (CohortDay.ApplicationsClose, 7)), "dates", at.UtcDateTime.AddDays(1));
    }

    /// <summary>
    /// Nobody of the sample's committee acts on many people at once; seven, of whom one is left out, are played with scripted activities.
    /// </summary>
    static async Task RecordBulkAsync(string folder)
    {
        var begin = new DateTime(2020, 4, 15, 8, 0, 0, DateTimeKind.Utc);
        await BulkOrchestratorTests.Script(begin, folder)
            .RunAsync(nameof(BulkOrchestrator), BulkOrchestratorTests.Run(7), "bulk", begin.AddDays(1));
    }

    static string FileOf(string orchestrator) => Path.Combine(Folder(), $"{orchestrator}.ndjson");
}
