namespace Ilnp.Intake;

/// <summary>What was done with a genuine message.</summary>
/// <param name="ApplicationId">Null when nothing was kept.</param>
/// <param name="Note">Why nothing was kept, or that it came late.</param>
public sealed record Acceptance(AcceptanceStatus Status, string? ApplicationId = null, string? Note = null);

/// <summary>The ways to take a message in.</summary>
public enum AcceptanceStatus
{
    Accepted,

    /// <summary>The same message came before.</summary>
    AcceptedBefore,

    /// <summary>An event that is no application.</summary>
    Ignored,

    /// <summary>No cohort of that id was started, and nothing was kept.</summary>
    UnknownCohort,

    /// <summary>No cohort of that id was started; the message is kept for whichever takes it in.</summary>
    Stray,
}
