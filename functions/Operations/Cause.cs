using System.Text.RegularExpressions;

namespace Ilnp.Operations;

/// <summary>
/// Why an orchestration failed, without its error's message: that may hold names, answers or signed links.
/// </summary>
/// <param name="Kind">What sort of trouble it was.</param>
/// <param name="Activity">The activity that failed; null when none did.</param>
/// <param name="ErrorType">Name of the error's type; null when it is not on record.</param>
public sealed partial record Cause(CauseKind Kind, string? Activity = null, string? ErrorType = null)
{
    /// <summary>A name as code has names, else null: whatever else stands there is not shown.</summary>
    public static string? Name(string? text) => text is not null && CodeName.IsMatch(text) ? text : null;

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.+`]{0,150}$")]
    private static partial Regex CodeName { get; }
}

/// <summary>Sorts of trouble, by what helps against them. Stored by name.</summary>
public enum CauseKind
{
    /// <summary>A service that is needed did not answer, for hours.</summary>
    Outage,

    /// <summary>An activity met an error that is not tried again.</summary>
    Activity,

    /// <summary>The orchestration's own code met an error.</summary>
    Course,

    /// <summary>The orchestration's code was changed so that its history does not fit any more.</summary>
    Changed,

    Unknown,
}
