namespace Ilnp.Approvals;

/// <summary>Pages that somebody should have looked at before deciding.</summary>
static class DecisionReview
{
    /// <summary>Path of the page about what is decided; null for decisions that need none.</summary>
    public static string? PathFor(DecisionRequest request) => request.Form switch
    {
        "match-approval" => $"/cohorts/{request.CohortId}/matching",
        "duplicate" or "stopped" => $"/cohorts/{request.CohortId}",
        _ => null,
    };
}
