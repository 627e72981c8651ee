namespace Ilnp.Signals;

/// <summary>
/// Names of what spans and measures may carry besides numbers: codes, ids of cohorts, names of code. Nothing about a person,
/// no address, no part of a link; a row's key may name a person and is none of them.
/// </summary>
public static class SignalTag
{
    public const string Cohort = "cohort";

    /// <summary>What came of it, as a code.</summary>
    public const string Result = "result";

    /// <summary>By which way mail goes out.</summary>
    public const string Sender = "sender";

    public const string Template = "template";

    /// <summary>Of the form whose answers came in.</summary>
    public const string Provider = "provider";

    public const string Outcome = "outcome";

    /// <summary>Step of the cohort.</summary>
    public const string Step = "step";

    /// <summary>Name of a decision's form.</summary>
    public const string Form = "form";

    /// <summary><c>committee</c> or <c>participants</c>.</summary>
    public const string Asked = "asked";

    /// <summary><c>table</c> or <c>blob</c>.</summary>
    public const string Store = "store";

    /// <summary>A table or container.</summary>
    public const string Place = "place";

    /// <summary>Status of an answer by HTTP.</summary>
    public const string Status = "status";

    public static IReadOnlySet<string> All { get; } =
        new HashSet<string>([Cohort, Result, Sender, Template, Provider, Outcome, Step, Form, Asked, Store, Place, Status]);
}
