using System.Globalization;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Approvals;

/// <summary>The button by which a member of the committee names somebody to decide in their place.</summary>
public sealed class HandingPosts(Handings handings, CohortStore cohorts, TimeProvider time)
{
    /// <summary>Fields: the button, whom, this alone or until a day, and that day.</summary>
    public const string Hand = "hand", To = "hand-to", Span = "hand-span", Until = "hand-until";

    /// <summary>Value of <see cref="Span"/> for all that is asked until a day.</summary>
    public const string Days = "days";

    /// <summary>Who is away for longer leaves the role to somebody.</summary>
    const int MostDays = 90;

    /// <summary>Names whoever was chosen; gives the text of what is wrong with it, null when it is done.</summary>
    public async Task<string?> TakeAsync(
        Stored<Decision> read, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, CancellationToken cancellation)
    {
        var cohort = (await cohorts.FindNowAsync(read.Value.CohortId, cancellation))!;
        var to = (await handings.CandidatesAsync(cohort, read.Value, cancellation)).FirstOrDefault(one => one.Id == Value(posted, To));
        if (to is null && read.Value.Handed?.ToId == Value(posted, To)) to = cohort.Member(read.Value.Handed!.ToId);
        if (to is null) return "decision.hand.wrong.who";
        if (Value(posted, Span) != Days) return await HandAsync(read, to, null, cancellation);
        var (member, today) = (cohort.Member(read.Value.SubjectId)!, cohort.Today(time.GetUtcNow()));
        if (!DateOnly.TryParseExact(
            Value(posted, Until).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            || until < today || until.DayNumber - today.DayNumber >= MostDays) return "decision.hand.wrong.until";
        if (!LiaisonRules.MayStandInFor(to, member)) return "decision.hand.wrong.role";
        if (to.Absence is { } away && away.From <= until && today <= away.Until) return "decision.hand.wrong.away";
        if (!await BeAwayAsync(cohort.Id, member.Id, new(today, until, to.Id), cancellation)) return "decision.hand.wrong.meanwhile";
        var wrong = await HandAsync(read, to, until, cancellation);
        await handings.HandAllAsync(cohort, member.Id, to.Id, until, cancellation);
        return wrong;
    }

    async Task<string?> HandAsync(Stored<Decision> read, CommitteeMember to, DateOnly? until, CancellationToken cancellation) =>
        await handings.HandAsync(read, to.Id, until, cancellation) ? null : "decision.hand.wrong.meanwhile";

    /// <summary>Writes the days down; false when whoever was asked or whoever was named has left meanwhile.</summary>
    async Task<bool> BeAwayAsync(string cohortId, string memberId, CommitteeAbsence absence, CancellationToken cancellation)
    {
        while (await cohorts.ReadAsync(cohortId, cancellation) is { } stored)
        {
            var (now, member) = (stored.Value, stored.Value.Member(memberId));
            if (member is null || now.Member(absence.StandInId) is null) return false;
            if (member.Absence == absence) return true;
            var after = now with
            {
                Committee = [.. now.Committee.Select(one => one.Id == memberId ? one with { Absence = absence } : one)],
            };
            if (await cohorts.TryReplaceAsync(stored, after, cancellation)) return true;
        }

        return false;
    }

    static string Value(IReadOnlyDictionary<string, IReadOnlyList<string>> posted, string field) =>
        posted.GetValueOrDefault(field) is [var one, ..] ? one : "";
}
