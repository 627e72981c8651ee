using Ilnp.Texts;

namespace Ilnp.Programme;

/// <summary>Who hears of a question that somebody of the committee leaves open. Pure.</summary>
public static class Silence
{
    /// <summary>
    /// The other leads, and where there are none whoever else there is, the technical members first: of a programme with one lead,
    /// too, somebody hears that it waits for them.
    /// </summary>
    /// <param name="cohort">Whose committee it is.</param>
    /// <param name="silentId">Who was asked.</param>
    public static IReadOnlyList<CommitteeMember> HeardBy(CohortSettings cohort, string? silentId)
    {
        var others = cohort.Committee.Where(member => member.Id != silentId).ToList();
        var leads = others.Where(member => member.Is(CommitteeRole.Lead)).ToList();
        var technical = others.Where(member => member.Is(CommitteeRole.Technical)).ToList();
        return leads.Count > 0 ? leads : technical.Count > 0 ? technical : others;
    }

    /// <summary>The same in English words, for mails to the committee; null when there is nobody.</summary>
    public static string? InWords(CohortSettings cohort, string silentId) => HeardBy(cohort, silentId) switch
    {
        [] => null,
        [var first, ..] heard when first.Is(CommitteeRole.Lead) => heard.Count > 1 ? "the other leads" : "the other lead",
        [var only] => only.Name,
        var heard => Locale.Of(TextShelf.First).Names(heard.Select(member => member.Name)),
    };
}
