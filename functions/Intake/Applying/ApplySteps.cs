using System.Globalization;
using Ilnp.Links;

namespace Ilnp.Intake.Applying;

/// <summary>
/// Which button of the form was pressed. An application is sent from the page that shows it once more, so that a program that only fills in
/// a form sends nothing. Whoever looks like one, by a field that people do not see or by a haste that people do not have, is asked to press
/// once more: a browser fills in fields by itself too, and nobody's application is thrown away for that.
/// </summary>
public sealed class ApplySteps(LinkSigner signer, TimeProvider time)
{
    /// <summary>Name of the buttons.</summary>
    public const string Button = "step";

    public const string Review = "review";
    public const string Send = "send";
    public const string Change = "change";
    public const string Save = "save";

    /// <summary>A field that only programs fill.</summary>
    public const string Trap = "website";

    /// <summary>When the form was opened: seconds since 1970.</summary>
    public const string Opened = "opened";

    /// <summary>Proves that the answers were shown once more.</summary>
    public const string Shown = "shown";

    const string Purpose = "application-shown";
    const string Sure = "sure";
    const string Doubted = "doubted";

    /// <summary>Seconds in which nobody fills in a form.</summary>
    const int Haste = 3;

    static readonly TimeSpan Good = TimeSpan.FromDays(1);

    public string Now => time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Of(IReadOnlyDictionary<string, IReadOnlyList<string>> posted) => First(posted, Button) ?? Review;

    /// <summary>What the page that shows the answers sends back.</summary>
    public string Mark(string cohortId, bool isDoubted) =>
        signer.Sign(Purpose, time.GetUtcNow() + Good, cohortId, isDoubted ? Doubted : Sure);

    /// <summary>Whether the answers may be sent now; else they are shown, for a second time where somebody looked like a program.</summary>
    public Showing ShowingOf(string cohortId, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        if (Of(posted) != Send) return IsHasty(posted) || First(posted, Trap) is not null ? Showing.Doubted : Showing.First;
        var shown = signer.Read(Purpose, First(posted, Shown) ?? "", time.GetUtcNow());
        return shown is not { Validity: LinkValidity.Valid, Subject: [var cohort, var mark] } || cohort != cohortId ? Showing.First
            : mark == Sure ? Showing.None : Showing.Again;
    }

    bool IsHasty(IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        !long.TryParse(First(posted, Opened), NumberStyles.None, CultureInfo.InvariantCulture, out var opened)
        || time.GetUtcNow().ToUnixTimeSeconds() - opened < Haste;

    static string? First(IReadOnlyDictionary<string, IReadOnlyList<string>> posted, string field) =>
        posted.GetValueOrDefault(field)?.FirstOrDefault(value => value.Length > 0);
}

/// <summary>Whether, and why, answers are shown before they are sent.</summary>
public enum Showing
{
    /// <summary>They were shown: they are sent.</summary>
    None,

    /// <summary>For the first time.</summary>
    First,

    /// <summary>The same, to somebody who looks like a program: one press more will be asked for.</summary>
    Doubted,

    /// <summary>For that press.</summary>
    Again,
}
