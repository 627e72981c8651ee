namespace Ilnp.Approvals;

/// <summary>Keys and lifetimes of signed links.</summary>
public sealed class ApprovalsOptions
{
    public const string Section = "Approvals";

    /// <summary>
    /// Secrets by key id, base64 of 32 bytes or more. To rotate: add a key, make it the current one, and remove the old one
    /// once its links have expired.
    /// </summary>
    public Dictionary<string, string> SigningKeys { get; init; } = [];

    /// <summary>Id of the key that signs new links.</summary>
    public string CurrentKey { get; init; } = "";

    /// <summary>Days after closing in which a link still shows what was recorded.</summary>
    public int GraceDays { get; init; } = 30;

    /// <summary>Days after which a link expires even while its decision is open.</summary>
    public int LinkDays { get; init; } = 200;
}
