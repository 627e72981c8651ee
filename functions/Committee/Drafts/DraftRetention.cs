using Ilnp.Committee.SignIn;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Privacy;
using Ilnp.Programme;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Drafts;

/// <summary>
/// Lets drafts go that nobody has touched for long: names and addresses of a committee stand in them. Whoever saved one is told before;
/// opening it keeps it. One that a crash left between telling and noting is told once: the mail has the same key.
/// </summary>
public sealed class DraftRetention(
    DraftStore drafts, CohortStore cohorts, Correspondence correspondence,
    IOptions<WebOptions> web, TimeProvider time, ILogger<DraftRetention> logger) : IAges
{
    public async Task<int> LetGoAsync(int most, CancellationToken cancellation)
    {
        var (now, gone) = (time.GetUtcNow(), 0);
        var cares = await drafts.CaresAsync(cancellation);
        foreach (var draft in await drafts.ListStoredAsync(cancellation))
        {
            var care = cares.GetValueOrDefault(draft.Value.Id);
            if (DraftAge.IsOver(draft.Value, care, now) && gone < most)
                gone += await drafts.TryDeleteAsync(draft, care!, cancellation) ? 1 : 0;
            else if (DraftAge.IsToBeTold(draft.Value, care, now))
                await TellAsync(draft.Value, care, now, cancellation);
        }

        return gone;
    }

    async Task TellAsync(CohortDraft draft, DraftCare? care, DateTimeOffset now, CancellationToken cancellation)
    {
        var all = await cohorts.ListAsync(cancellation);
        var touched = DraftAge.TouchedAt(draft, care);
        if (Receivers(draft).Select(address => CommitteeAddresses.Latest(all, address))
            .FirstOrDefault(found => found is not null) is var (cohort, member))
            await correspondence.WriteAsync(
                cohort.Id, member, new("draft", FormattableString.Invariant($"{draft.Id}-{touched:yyyyMMdd}"), "draft-goes")
                {
                    Model = new Dictionary<string, object?>
                    {
                        ["draft"] = SettingsDocument.Parse(draft.Settings).Text("name") is { Length: > 0 } name ? name : null,
                        ["touched_date"] = DateText.Day(touched, cohort, member.Language),
                        ["goes_date"] = DateText.Day(DraftAge.GoesAt(draft, care, now), cohort, member.Language),
                        ["url"] = new Uri(web.Value.BaseAddress, SignInGate.AddressFor(DraftPages.PathOf(draft.Id))),
                    },
                }, cancellation);
        else
            logger.LogWarning("A draft goes in {Days} days, and nobody is in a committee who could be told.", DraftAge.ToldDaysBefore);
        await drafts.CareAsync(draft.Id, new(touched, now), cancellation);
    }

    /// <summary>Whoever saved it last, or began it, or is to lead the cohort: the first whom a mail reaches.</summary>
    static IEnumerable<string> Receivers(CohortDraft draft) =>
        SettingsDocument.Parse(draft.Settings).Leads.Prepend(draft.Owner)
            .Prepend(draft.ChangedByAddress).Where(address => address.Length > 0);
}
