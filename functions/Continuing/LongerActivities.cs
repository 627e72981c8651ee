using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Continuing;

/// <summary>How a group's wish to go on stands, as its orchestration needs it. Ids only.</summary>
public sealed record LongerStand
{
    /// <summary>While it is asked for.</summary>
    public required Consent Consent { get; init; }

    /// <summary>Null where the cohort offers nothing any more.</summary>
    public required LongerDates? Dates { get; init; }

    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Months of the programme itself: the prompts count on from there.</summary>
    public required int Months { get; init; }

    /// <summary>
    /// Whether topics of a month that is over are left out; a group that was looked at before there was this gets them late.
    /// </summary>
    public bool LeavesOut { get; init; }

    /// <summary>As <see cref="CohortPlan.MoreDays"/>; 0 where somebody looked before there was this.</summary>
    public int MoreDays { get; init; }

    /// <summary>Why the time that was added is over, before its day; null while it is not.</summary>
    public GoingOnEnd? End { get; init; }

    /// <summary>Who ended it; null where nobody did.</summary>
    public string? EndedBy { get; init; }
}

/// <summary>An end.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="GroupId">The group.</param>
/// <param name="Why">What brought it.</param>
/// <param name="PersonId">Who ended it or has left; null for nobody.</param>
public sealed record LongerEnd(string CohortId, string GroupId, GoingOnEnd Why, string? PersonId = null);

/// <summary>Looks at a group's wish to go on, and writes down what came of it.</summary>
public sealed class LongerActivities(LongerCircles circles, GroupStore groups, TimeProvider time)
{
    [Function(nameof(LookAtLonger))]
    public async Task<LongerStand> LookAtLonger([ActivityTrigger] GroupRef reference, [DurableClient] DurableTaskClient client)
    {
        var circle = await circles.GetAsync(reference.CohortId, reference.GroupId);
        var cohort = await client.FindAsync(InstanceIds.Cohort(reference.CohortId));
        var isBroken = cohort is { RuntimeStatus: OrchestrationRuntimeStatus.Terminated }
            || !LongerRules.IsTogether(circle.Group, circle.Members);
        var stopped = await circles.StoppedByAsync(circle.Group);
        return new()
        {
            Consent = isBroken ? Consent.Off : circle.Consent,
            Dates = circle.Dates,
            Members = circle.Group.Members,
            Months = circle.Settings.Dates.Months,
            End = stopped is not null ? GoingOnEnd.Stopped : isBroken || circle.Dates is null ? GoingOnEnd.Cancelled : null,
            EndedBy = stopped,
            LeavesOut = true,
            MoreDays = CohortPlan.From(circle.Settings).MoreDays,
        };
    }

    /// <summary>All have agreed; what was agreed first stays.</summary>
    [Function(nameof(AgreeOnLonger))]
    public async Task AgreeOnLonger([ActivityTrigger] GroupRef reference)
    {
        var dates = (await circles.GetAsync(reference.CohortId, reference.GroupId)).Dates;
        if (dates is null) return;
        var agreed = new GoingOn(time.GetUtcNow(), new(dates.Until, TimeSpan.Zero));
        await groups.UpdateAsync(
            reference.CohortId, reference.GroupId, group => group.GoesOn is null ? group with { GoesOn = agreed } : group);
    }

    /// <summary>It is over; how it ended first stays.</summary>
    [Function(nameof(EndLonger))]
    public Task EndLonger([ActivityTrigger] LongerEnd end) => groups.UpdateAsync(end.CohortId, end.GroupId, group =>
        group.GoesOn is { EndedAt: null } longer
            ? group with { GoesOn = longer with { EndedAt = time.GetUtcNow(), EndedBy = end.Why } }
            : group);
}
