using System.Text.Json.Serialization;
using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Care.Questions;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Standstill;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care.Rematching;

/// <summary>Somebody has to be asked: for somebody who seeks, or so that people stand ready.</summary>
/// <param name="Plan">The cohort's.</param>
/// <param name="Number">Of the round that began it: each asks other people.</param>
public sealed record PlaceSearch(CohortPlan Plan, int Number)
{
    /// <summary>In place of who seeks, in the id of a search for people who stand ready.</summary>
    internal const string Ahead = "ahead";

    /// <summary>Who seeks, and how often they have been searched for before; null when nobody does yet.</summary>
    public SeekerTurn? Turn { get; init; }

    /// <summary>People of the waiting list.</summary>
    public IReadOnlyList<string> Asking { get; init; } = [];

    /// <summary>A sound pair that may take in a third when none of them said yes soon; null for none.</summary>
    public string? PairId { get; init; }

    [JsonIgnore]
    public string Subject => Turn?.PersonId ?? Ahead;
}

/// <summary>
/// Asks people of the waiting list, all at once, and after some days a sound pair as well. Each "yes" goes to the cohort's rematches as it
/// comes. When nothing came of it the rematches look further, and in the end the liaison is told.
/// </summary>
public static class PlaceSearchOrchestrator
{
    /// <summary>Days that people of the waiting list have before a pair is asked too.</summary>
    const int DaysBeforeAPair = 3;

    /// <summary>For one who seeks, after one parting.</summary>
    const int MostSearches = 3;

    [Function(nameof(PlaceSearchOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, PlaceSearch search)
    {
        var closes = context.CurrentUtcDateTime.AddDays(search.Plan.LaterDays);
        await Task.WhenAll(search.Asking.Select(candidate => context.AskSomebody(search.Plan, candidate, closes)));
        var hearing = new Hearing(context, search, closes);
        await hearing.Until(context.CurrentUtcDateTime.AddDays(DaysBeforeAPair));
        var askPair = search is { PairId: not null, Turn: not null } && !hearing.SaidYes;
        var asked = askPair ? context.AskPair(search) : Task.FromResult(false);
        await Task.WhenAll(asked, hearing.UntilClosed());
        if (search.Turn is not { } turn || hearing.SaidYes || await asked) return;
        var further = turn with { Searches = turn.Searches + 1 };
        if (further.Searches < MostSearches && (search.Asking.Count > 0 || askPair))
            context.SendNeed(search.Plan, new() { SeekerId = further.PersonId, Searches = further.Searches });
        else await context.ReportUnplaced(search.Plan, turn.PersonId);
    }

    /// <summary>What people of the waiting list answer.</summary>
    sealed class Hearing(TaskOrchestrationContext context, PlaceSearch search, DateTime closes)
    {
        readonly EventInbox<DecisionRecorded> inbox = context.Inbox<DecisionRecorded>(InquiryForm.Answered);
        readonly List<string> open = [.. search.Asking];

        DateTime closes = closes;

        public bool SaidYes { get; private set; }

        /// <summary>Until everybody has answered, or this moment, or the last day to answer.</summary>
        public async Task Until(DateTime moment)
        {
            var end = moment < closes ? moment : closes;
            while (open.Count > 0 && await inbox.NextUntil(end, word => WhoAnswers(word) is not null) is { } answer)
                await Settle(WhoAnswers(answer)!, answer.Choice == InquiryForm.Yes);
        }

        string? WhoAnswers(DecisionRecorded word) => open.Find(asked => word.DecisionId == InquiryForm.DecisionId(asked));

        /// <summary>
        /// Until everybody has answered, or the last day to answer is over. Whoever has not answered by then stands as silent; an answer of
        /// the last minute counts, and a last day on which nothing ran is followed by others.
        /// </summary>
        public async Task UntilClosed()
        {
            await Until(closes);
            var postponing = new Postponing(context, search.Plan);
            while (await postponing.Next(closes, [.. open.Select(InquiryForm.DecisionId)]) is { } until) await Until(closes = until);
            foreach (var asked in open.ToList()) await Settle(asked, saidYes: false);
        }

        async Task Settle(string asked, bool saidYes)
        {
            open.Remove(asked);
            await context.CloseInquiry(search.Plan, asked);
            if (!saidYes) return;
            SaidYes = true;
            context.SendNeed(search.Plan, new() { NewcomerId = asked });
        }
    }

    /// <summary>Asks both members; one "no" or no answer in time leaves the pair as it is, and who had agreed hears of it.</summary>
    static async Task<bool> AskPair(this TaskOrchestrationContext context, PlaceSearch search)
    {
        var (plan, seeker) = (search.Plan, search.Turn!);
        var closes = context.CurrentUtcDateTime.AddDays(plan.LaterDays);
        if (closes >= plan.FinalSurvey || await context.AskTrioConsent(search, seeker.PersonId, closes) is not { } pair) return false;
        var inbox = context.Inbox<DecisionRecorded>(TrioConsent.Answered);
        var (agreed, postponing) = (new List<string>(), new Postponing(context, plan));
        while (agreed.Count < pair.Members.Count)
        {
            var answer = await inbox.NextUntil(closes, IsMeant);
            if (answer is null && await postponing.Next(closes, [.. pair.Members.Select(DecisionId)]) is { } until)
            {
                closes = until;
                continue;
            }

            if (answer?.Choice != TrioConsent.Agree)
            {
                agreed.Remove(answer?.SubjectId ?? "");
                await context.TellPairStays(new(plan.CohortId, pair.GroupId, seeker.PersonId, agreed));
                return false;
            }

            if (!agreed.Contains(answer.SubjectId)) agreed.Add(answer.SubjectId);
        }

        context.SendNeed(
            plan, new() { SeekerId = seeker.PersonId, PairId = pair.GroupId, Agreed = agreed, Searches = seeker.Searches + 1 });
        return true;

        string DecisionId(string member) => TrioConsent.DecisionId(pair.GroupId, seeker.PersonId, member);

        bool IsMeant(DecisionRecorded word) => pair.Members.Any(member => word.DecisionId == DecisionId(member));
    }
}
