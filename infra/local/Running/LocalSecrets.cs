using System.Security.Cryptography;
using System.Text;

namespace Ilnp.Local.Running;

/// <summary>The keys of a local run: for links, for people's ids, for the form provider's signature.</summary>
sealed class LocalSecrets(byte[] root)
{
    const int RootBytes = 32;

    /// <summary>Secret of the form's script, the one that the pilot's crowd signs with.</summary>
    public string FormScript => Convert.ToHexStringLower(Derive("google-apps-script"));

    /// <summary>Key of the functions that ask for one.</summary>
    public string FunctionKey => Convert.ToHexStringLower(Derive("function-key"));

    /// <summary>The same seed gives the same links and ids: for invented people only.</summary>
    public static LocalSecrets FromSeed(int seed) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"ilnp pilot {seed}")));

    /// <summary>Made once, kept in a file that only its owner reads.</summary>
    public static LocalSecrets Kept(RunFolder folder)
    {
        var path = folder.StateFile("secret");
        if (!File.Exists(path)) Keep(path, RandomNumberGenerator.GetBytes(RootBytes));
        return new(Convert.FromHexString(File.ReadAllText(path)));
    }

    /// <summary>As settings of the app.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings() =>
    [
        new("Approvals:SigningKeys:local", Convert.ToBase64String(Derive("links"))),
        new("Approvals:CurrentKey", "local"),
        new("Intake:IdentityKey", Convert.ToBase64String(Derive("people"))),
        new("Intake:Secrets:google-apps-script", FormScript),
        new("FunctionsHost:Keys:Master", Convert.ToHexStringLower(Derive("master-key"))),
        new("FunctionsHost:Keys:Default", FunctionKey),
    ];

    byte[] Derive(string purpose) => HMACSHA256.HashData(root, Encoding.UTF8.GetBytes(purpose));

    static void Keep(string path, byte[] secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret)));
    }
}
