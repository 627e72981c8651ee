namespace Ilnp.Mail.Senders;

/// <summary>Settings <c>Smtp:*</c>: any mail server that takes mail by name and password.</summary>
public sealed class SmtpOptions
{
    public const string Section = "Smtp";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>Empty: no sign-in.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary><c>starttls</c> (port 587), <c>tls</c> (port 465), or <c>none</c>, which is for a server on this machine only.</summary>
    public string Security { get; set; } = "starttls";

    /// <summary>Connections at a time.</summary>
    public int Concurrent { get; set; } = 2;

    public int TimeoutSeconds { get; set; } = 60;

    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Host)) yield return "Smtp:Host is missing: the name of the mail server.";
        if (Port is < 1 or > 65535) yield return "Smtp:Port must be 1 to 65535.";
        if (Security is not ("starttls" or "tls" or "none")) yield return "Smtp:Security must be starttls, tls or none.";
        if (Security == "none" && Host is not ("localhost" or "127.0.0.1" or "::1"))
            yield return "Smtp:Security can be none for a server on this machine only.";
        if (User.Length > 0 != Password.Length > 0) yield return "Smtp:User and Smtp:Password belong together.";
        if (Concurrent < 1) yield return "Smtp:Concurrent must be 1 or more.";
        if (TimeoutSeconds is < 1 or > 120) yield return "Smtp:TimeoutSeconds must be 1 to 120.";
    }
}
