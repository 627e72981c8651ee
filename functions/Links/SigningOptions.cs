namespace Ilnp.Links;

/// <summary>The keys of signed links.</summary>
public sealed class SigningOptions
{
    public const string Section = "Approvals";

    /// <summary>
    /// Secrets by key id, base64 of 32 bytes or more. To rotate: add a key, make it the current one, and remove the old one
    /// once its links have expired.
    /// </summary>
    public Dictionary<string, string> SigningKeys { get; init; } = [];

    /// <summary>Id of the key that signs new links.</summary>
    public string CurrentKey { get; init; } = "";
}
