using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Intake.Stray;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.FormQuestions;

/// <summary>Takes messages for a round that is not here into this one, or throws them away: once a press, written down before.</summary>
public sealed class StrayPresses(StrayReading reading, StrayTaking taking, CommitteeActStore acts, TimeProvider time)
{
    /// <summary>Does it, or what is left of it after an end half-way.</summary>
    /// <param name="client">Starts intake's orchestrations.</param>
    /// <param name="reader">Who presses.</param>
    /// <param name="group">What the page showed.</param>
    /// <param name="action">One of <see cref="StrayPages"/>.</param>
    /// <param name="press">Tells one press from the next.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Not done when others were first.</returns>
    public async Task<PressEnd> DoAsync(
        DurableTaskClient client, CommitteeReader reader, ShownStrays group, string action, string press, CancellationToken cancellation)
    {
        var cohort = reader.Cohort.Id;
        if (await ActAsync(reader, group, action, press, cancellation) is not { } act)
            return new(false) { Latest = await acts.ListAsync(cohort, SubjectOf(group), cancellation) is [.., var last] ? last : null };
        return await acts.DoOnceAsync(
            cohort,
            press,
            act,
            async begun => await WorkAsync() > 0 || (begun.IsAgain && !await acts.IsOvertakenAsync(begun, cancellation)),
            cancellation);

        Task<int> WorkAsync() =>
            action == StrayPages.TakeIn
                ? taking.TakeInAsync(client, cohort, group, cancellation)
                : taking.ThrowAwayAsync(cohort, group, cancellation);
    }

    static string SubjectOf(ShownStrays group) => $"stray-{group.Provider}-{group.NameId}";

    /// <summary>What is written down. After the first time the messages are not there any more to say what they were.</summary>
    async Task<CommitteeAct?> ActAsync(
        CommitteeReader reader, ShownStrays group, string action, string press, CancellationToken cancellation)
    {
        var subject = SubjectOf(group);
        var before = (await acts.ListAsync(reader.Cohort.Id, subject, cancellation))
            .FirstOrDefault(act => act.Press == press && act.Action == action && act.MemberId == reader.Member.Id);
        if (before is not null) return before with { IsDone = false };
        if (await reading.FindAsync(reader.Cohort, group, cancellation) is not { } found) return null;
        var what = string.Create(CultureInfo.InvariantCulture, $"{found.Count}, {found.Provider}, “{found.Named}”");
        return new(subject, time.GetUtcNow(), reader.Member.Id, action) { Press = press, Changes = [new(FieldChange.Messages, "", what)] };
    }
}
