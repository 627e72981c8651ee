using System.Security.Cryptography;
using System.Text;
using FunctionsHost.Azurite;
using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;

namespace Ilnp.Local.Running;

/// <summary>
/// The keys of a local run: for links, for people's ids, for the form provider's signature. All follow from one random number.
/// </summary>
sealed class LocalSecrets
{
    const int RootBytes = 32;

    readonly byte[] root;

    /// <param name="root">32 bytes that nobody can guess.</param>
    public LocalSecrets(byte[] root)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(root.Length, RootBytes);
        this.root = root;
    }

    /// <summary>What each cohort's secret of the form's script follows from.</summary>
    string FormScript => Convert.ToHexStringLower(Derive("google-apps-script"));

    byte[] IdentityKey => Derive("people");

    /// <summary>Key of the functions that ask for one.</summary>
    public string FunctionKey => Convert.ToHexStringLower(Derive("function-key"));

    /// <summary>Opens the mailbox's page.</summary>
    public string MailboxKey => Convert.ToHexStringLower(Derive("mailbox")[..16]);

    /// <summary>Secret of the form's script for one cohort, the one that the pilot's crowd signs with.</summary>
    public string FormScriptOf(string cohortId) =>
        DerivedSecret.Of(IdentityKey, FormScript, cohortId, FormProvider.Find("google-apps-script")!);

    /// <summary>Made once for a folder and kept there, in a file that only its owner reads.</summary>
    /// <exception cref="LocalProblem">The file is not as it was written: with any other key, links in mails would lead nowhere.</exception>
    public static LocalSecrets Kept(RunFolder folder)
    {
        var path = folder.StateFile("secret");
        try
        {
            if (Directory.Exists(path)) throw Unusable(path, "is a folder");
            if (!File.Exists(path)) Keep(folder, RandomNumberGenerator.GetBytes(RootBytes));
            var kept = File.ReadAllText(path).Trim();
            if (kept.Length == 2 * RootBytes && kept.All(char.IsAsciiHexDigitLower)) return new(Convert.FromHexString(kept));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !FullDisk.IsIn(e))
        {
            throw Unusable(path, $"cannot be read or made ({e.Message})", e);
        }

        throw Unusable(path, "is damaged");
    }

    static LocalProblem Unusable(string path, string why, Exception? inner = null) =>
        new($"The key file {path} {why}: bring it back from a copy, or start with an empty folder; links in mails "
            + "that were sent need that key.", inner);

    /// <summary>Keeps a folder's number before its first run.</summary>
    public static void Keep(RunFolder folder, byte[] root) =>
        PrivateFiles.WriteWhole(folder.StateFile("secret"), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(root)));

    /// <summary>As settings of the app.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings() =>
    [
        new("Approvals:SigningKeys:local", Convert.ToBase64String(Derive("links"))),
        new("Approvals:CurrentKey", "local"),
        new("Intake:IdentityKey", Convert.ToBase64String(IdentityKey)),
        new("Intake:Secrets:google-apps-script", FormScript),
        new("Mail:MailboxKey", MailboxKey),
        new("FunctionsHost:Keys:Master", Convert.ToHexStringLower(Derive("master-key"))),
        new("FunctionsHost:Keys:Default", FunctionKey),
    ];

    byte[] Derive(string purpose) => HMACSHA256.HashData(root, Encoding.UTF8.GetBytes(purpose));
}
