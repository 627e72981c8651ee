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

    /// <summary>Connections at a time. Exchange Online takes 3 of a mailbox.</summary>
    public int Concurrent { get; set; } = 2;

    /// <summary>Mails that a connection carries before another takes its place: many servers hang up after 100.</summary>
    public int PerConnection { get; set; } = 50;

    /// <summary>Mails a minute. Exchange Online takes 30 from a mailbox; a relay of your own, or a mail service's, takes more.</summary>
    public int PerMinute { get; set; } = 30;

    /// <summary>A mail whose turn is further off than this is given back and asked for again later.</summary>
    public int PatienceSeconds { get; set; } = 240;

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
        if (PerConnection < 1) yield return "Smtp:PerConnection must be 1 or more.";
        if (PerMinute < 1) yield return "Smtp:PerMinute must be 1 or more.";
        if (PatienceSeconds is < 0 or > 600) yield return "Smtp:PatienceSeconds must be 0 to 600.";
        if (TimeoutSeconds is < 1 or > 120) yield return "Smtp:TimeoutSeconds must be 1 to 120.";
    }
}
