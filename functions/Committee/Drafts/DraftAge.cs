namespace Ilnp.Committee.Drafts;

/// <summary>How long a draft is kept that nobody touches. Pure; all moments UTC.</summary>
public static class DraftAge
{
    public const int KeptDays = 180, ToldDaysBefore = 14;

    /// <summary>When it was saved or opened last.</summary>
    public static DateTimeOffset TouchedAt(CohortDraft draft, DraftCare? care) =>
        care?.OpenedAt > draft.ChangedAt ? care.OpenedAt : draft.ChangedAt;

    /// <summary>Whether a mail is due: nobody was told since somebody touched it.</summary>
    public static bool IsToBeTold(CohortDraft draft, DraftCare? care, DateTimeOffset now) =>
        !(care?.ToldAt >= TouchedAt(draft, care)) && now >= TouchedAt(draft, care).AddDays(KeptDays - ToldDaysBefore);

    /// <summary>The day on which it goes, when somebody is told now: never sooner than the mail says.</summary>
    public static DateTimeOffset GoesAt(CohortDraft draft, DraftCare? care, DateTimeOffset toldAt)
    {
        var (byAge, byMail) = (TouchedAt(draft, care).AddDays(KeptDays), toldAt.AddDays(ToldDaysBefore));
        return byAge > byMail ? byAge : byMail;
    }

    /// <summary>Whether it goes.</summary>
    public static bool IsOver(CohortDraft draft, DraftCare? care, DateTimeOffset now) =>
        care?.ToldAt is { } told && told >= TouchedAt(draft, care) && now >= GoesAt(draft, care, told);
}
