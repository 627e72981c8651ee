namespace Ilnp.Mail.Rendering;

/// <summary>A folder <c>Mails</c> with a template for each mail and language.</summary>
/// <param name="Room">The folder it is in, beside the program.</param>
public sealed record MailFolder(string Room)
{
    public string Path => System.IO.Path.Combine(AppContext.BaseDirectory, Room, "Mails");
}
