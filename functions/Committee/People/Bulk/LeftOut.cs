namespace Ilnp.Committee.People.Bulk;

/// <summary>Somebody about whom nothing was done, and why.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Reason">One of these.</param>
public sealed record LeftOut(string PersonId, string Reason)
{
    /// <summary>Erased since, or never there; looked after by somebody else; stands where the act means nothing.</summary>
    public const string Gone = "gone", NotYours = "not-yours", Unfit = "unfit";

    /// <summary>Mail to their address comes back; they had this mail a moment ago; they changed in the very moment.</summary>
    public const string NoMail = "no-mail", Recent = "recent", Changed = "changed";

    public static readonly IReadOnlyList<string> Reasons = [Gone, NotYours, Unfit, NoMail, Recent, Changed];
}
