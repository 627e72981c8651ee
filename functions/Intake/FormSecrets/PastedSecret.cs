namespace Ilnp.Intake.FormSecrets;

/// <summary>A secret that a form service made, as the committee pasted it for one cohort. It can be used, and not be read again.</summary>
/// <param name="CohortId">Whose form it is.</param>
/// <param name="Provider">Name of the form service.</param>
/// <param name="Sealed">By <see cref="SecretSeal"/>.</param>
/// <param name="EndsIn">Its last letters, to know it by.</param>
/// <param name="SetAt">UTC.</param>
/// <param name="SetBy">Id of the member.</param>
public sealed record PastedSecret(string CohortId, string Provider, string Sealed, string EndsIn, DateTimeOffset SetAt, string SetBy)
{
    /// <summary>Bytes of a key that are too few to be one of a service's.</summary>
    const int LeastKeyBytes = 16;

    const string Prefix = "whsec_";

    const int Shown = 4;

    internal static string EndOf(string secret) => secret[^Shown..];

    /// <summary>Whether it is what a service shows: <c>whsec_</c> and base64 (Standard Webhooks).</summary>
    public static bool IsOne(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length) && length >= LeastKeyBytes;
    }
}

/// <summary>Whose a pasted secret is: no other cohort can have it too.</summary>
public sealed record SecretOwner(string CohortId);
