namespace Ilnp.Mail.Rendering;

/// <summary>A folder <c>Mails</c> with a template for each mail and language.</summary>
/// <param name="Room">The folder it is in, beside the program.</param>
public sealed record MailFolder(string Room)
{
    /// <summary>How names of mails to the committee begin, which need not be there in every language.</summary>
    public IReadOnlyList<string> Committee { get; init; } = [];

    public string Path => System.IO.Path.Combine(AppContext.BaseDirectory, Room, "Mails");

    /// <summary>Whether participants never get the mail.</summary>
    public bool IsForCommittee(string name) => Committee.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));
}
