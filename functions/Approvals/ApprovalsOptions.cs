using System.ComponentModel.DataAnnotations;

namespace Ilnp.Approvals;

/// <summary>Lifetimes of links that decide.</summary>
public sealed class ApprovalsOptions
{
    public const string Section = "Approvals";

    /// <summary>Days after closing in which a link still shows what was recorded.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Approvals:GraceDays is negative.")]
    public int GraceDays { get; init; } = 30;

    /// <summary>Days after which a link expires even while its decision is open.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Approvals:LinkDays is less than one day.")]
    public int LinkDays { get; init; } = 200;

    /// <summary>Minutes without a change after which an answer has settled and its receipt is sent.</summary>
    [Range(0, 60, ErrorMessage = "Approvals:ReceiptQuietMinutes must be between 0 and 60.")]
    public int ReceiptQuietMinutes { get; init; } = 5;
}
