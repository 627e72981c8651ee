using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake.FormSecrets;

/// <summary>
/// The secret of one cohort's form, for services whose secret we choose. It follows from the deployment's identity key, from what the
/// setting <c>Intake:Secrets:provider</c> says, and from the cohort: what is signed with it is good for no other cohort. The setting
/// alone does not do, since it was the secret of all forms once, and some services send that along. Another text there makes another
/// secret for every cohort. Pure.
/// </summary>
public static class DerivedSecret
{
    const string Version = "1";

    /// <summary>43 letters, digits, dashes and underscores, as they may stand in an address.</summary>
    /// <param name="identityKey">Of the deployment.</param>
    /// <param name="agreed">The setting.</param>
    /// <param name="cohortId">Whose form it is.</param>
    /// <param name="provider">The form service.</param>
    public static string Of(byte[] identityKey, string agreed, string cohortId, FormProvider provider)
    {
        var key = Hmac(identityKey, $"form secrets\n{agreed}");
        return Base64Url.EncodeToString(Hmac(key, $"{cohortId}\n{provider.Name}\n{Version}"));
    }

    static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
