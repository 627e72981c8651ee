using Ilnp.Approvals;
using Ilnp.Care.Liaisons;
using Ilnp.Committee.Acts;
using Ilnp.Programme;

namespace Ilnp.Committee.Members;

/// <summary>
/// Changes the committee of a running cohort. The cohort's row is replaced first, so that who leaves is out at once and of two leads one
/// wins; all else is repeatable, and the same press once more goes on where the first ended.
/// </summary>
public sealed class MemberActs(
    CohortStore cohorts, DecisionLinks links, GroupHandOver handOver, MemberLetters letters, CommitteeForms forms)
{
    /// <param name="file">As it is.</param>
    /// <param name="version">As it was when the page was shown.</param>
    /// <param name="begun">The change, as it is written down.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when somebody has changed the committee since the page was shown: nothing was done.</returns>
    public async Task<bool> DoAsync(CommitteeFile file, string version, BegunAct begun, CancellationToken cancellation)
    {
        var change = begun.Act.Member!;
        var effects = MemberEffects.Of(file, change, forms, NothingPosted) with { To = begun.Act.To ?? NoGroups };
        if (!change.IsIn(file.Cohort))
        {
            if (version != file.Version || !await cohorts.TryReplaceAsync(file.Stored, effects.After, cancellation)) return false;
        }
        else if (!begun.IsAgain)
        {
            return false;
        }

        if (change.IsNewAddress) await RenewAsync(file, change.MemberId, cancellation);
        await letters.WriteAsync(effects, file.Groups, begun, await HandAsync(file, effects, begun, cancellation), cancellation);
        return true;
    }

    static readonly Dictionary<string, IReadOnlyList<string>> NothingPosted = [];
    static readonly Dictionary<string, string> NoGroups = [];

    /// <summary>Links in mails to the address of before open nothing any more.</summary>
    async Task RenewAsync(CommitteeFile file, string memberId, CancellationToken cancellation)
    {
        foreach (var decision in file.Decisions.Where(decision => decision.SubjectId == memberId && file.Now < decision.Request.ClosesAt))
            await links.RenewAsync(decision, cancellation);
    }

    /// <summary>A group that has ended, or that somebody has handed over meanwhile, is passed over.</summary>
    async Task<IReadOnlyList<HandedGroup>> HandAsync(
        CommitteeFile file, MemberEffects effects, BegunAct begun, CancellationToken cancellation)
    {
        var handed = new List<HandedGroup>();
        foreach (var (group, to) in effects.To)
            if (await handOver.MoveAsync(
                new(file.Cohort.Id, group, effects.Change.MemberId, to, begun.Act.MemberId, begun.Act.At),
                begun.IsAgain,
                cancellation) is { } one)
                handed.Add(one);
        return handed;
    }
}
