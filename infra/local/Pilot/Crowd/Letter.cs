using System.Globalization;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>A mail as its reader sees it.</summary>
/// <param name="File">Name of the <c>.eml</c> file.</param>
/// <param name="Template">What kind of mail it is.</param>
/// <param name="To">The reader's address, lower case.</param>
/// <param name="Name">The reader's name as the mail has it.</param>
/// <param name="SentAt">UTC.</param>
/// <param name="Links">Links of the plain text, in its order.</param>
/// <param name="Text">The plain text.</param>
sealed record Letter(string File, string Template, string To, string Name, DateTimeOffset SentAt, IReadOnlyList<Uri> Links, string Text)
{
    /// <summary>For chance: what somebody does about a mail does not hang on the second that it was sent in.</summary>
    public string Day => SentAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The links that lead to a form, each once.</summary>
    public IReadOnlyList<Uri> Forms => [.. Links.Where(link => link.AbsolutePath.StartsWith("/d/", StringComparison.Ordinal)).Distinct()];
}
