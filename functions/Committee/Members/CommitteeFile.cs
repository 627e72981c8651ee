using System.Text;
using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Committee.SignIn;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Committee.Members;

/// <summary>A running cohort's committee, with what hangs on it.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Stored">The cohort as stored at this moment.</param>
/// <param name="Groups">All groups ever formed.</param>
/// <param name="Decisions">All of the cohort.</param>
/// <param name="Acts">What was changed before, the first one first.</param>
/// <param name="SignedIn">When somebody signed in last, UTC, by member; since it is noted.</param>
/// <param name="Now">UTC.</param>
public sealed record CommitteeFile(
    CommitteeReader Reader, Stored<CohortSettings> Stored, IReadOnlyList<Group> Groups, IReadOnlyList<Decision> Decisions,
    IReadOnlyList<CommitteeAct> Acts, IReadOnlyDictionary<string, DateTimeOffset> SignedIn, DateTimeOffset Now)
{
    /// <summary>What committees' changes are written down about: no person and no group has such an id.</summary>
    public const string Subject = "committee";

    /// <summary>Decisions that can be taken still: of those that nobody has, without what is too late.</summary>
    public IReadOnlyList<Decision> Standing { get; init; } = Decisions;

    public CohortSettings Cohort => Stored.Value;

    /// <summary>Another one as soon as anybody has changed anything.</summary>
    public string Version => StableIds.Of(Encoding.UTF8.GetBytes(Stored.ETag.ToString()))[..10];

    /// <summary>By what is stored at this moment: the role may have been taken away since the page was opened.</summary>
    public bool IsReadByLead => Cohort.Member(Reader.Member.Id)?.Is(CommitteeRole.Lead) == true;

    /// <summary>A liaison notes their own.</summary>
    public bool MayNoteAbsenceOf(string memberId) => IsReadByLead || Reader.Member.Id == memberId;

    /// <summary>A liaison chooses it, and nobody else for them.</summary>
    public bool MayChooseIntroductionsOf(string memberId) =>
        Reader.Member.Id == memberId && Cohort.Member(memberId)?.Is(CommitteeRole.Liaison) == true;

    public string Path => PathOf(Cohort.Id);

    /// <summary>Groups that run or are proposed, by liaison.</summary>
    public IReadOnlyDictionary<string, int> Loads => LiaisonRules.Loads(Groups);

    /// <summary>Null when nobody has changed anything yet.</summary>
    public CommitteeAct? Latest => Acts.LastOrDefault(act => act.IsDone);

    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/committee";
}

/// <summary>Gathers it from the stores.</summary>
public sealed class CommitteeFiles(
    CohortStore cohorts, GroupStore groups, DecisionStore decisions, StandingDecisions standing, CommitteeActStore acts,
    SignInStore signIns, TimeProvider time)
{
    public async Task<CommitteeFile> ReadAsync(CommitteeReader reader, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var (formed, asked, done, signedIn) = (
            groups.ListAsync(id, cancellation), decisions.ListAsync(id, cancellation: cancellation),
            acts.ListAsync(id, CommitteeFile.Subject, cancellation),
            signIns.ListAsync(id, cancellation));
        var stored = await cohorts.ReadAsync(id, cancellation) ?? throw new KeyNotFoundException($"There is no cohort {id}.");
        var open = await standing.OfCommitteeAsync(await asked, cancellation);
        return new(reader, stored, await formed, await asked, await done, await signedIn, time.GetUtcNow()) { Standing = open };
    }
}
