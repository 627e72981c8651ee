using Ilnp.Pages.Visitors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ilnp.Intake.Import;

/// <summary>A file that somebody chose in a form.</summary>
/// <param name="Bytes">Its content; empty when none was chosen.</param>
/// <param name="IsTooLarge">Then it was not read.</param>
public sealed record Upload(byte[] Bytes, bool IsTooLarge = false)
{
    /// <summary>Name of the form's field.</summary>
    public const string Field = "file";

    /// <summary>Reads the file of a posted form without trusting its length, and without a copy on the disk.</summary>
    /// <exception cref="UnreadableRequest">It is no form, or broken.</exception>
    public static async Task<Upload> ReadAsync(HttpRequest request, int limit) => FormParts.IsTooLarge(request, limit)
        ? new([], IsTooLarge: true)
        : await FormParts.ReadAsync(request, limit, form => ReadAsync(form, limit, request.HttpContext.RequestAborted));

    static async Task<Upload> ReadAsync(MultipartReader form, int limit, CancellationToken cancellation)
    {
        while (await form.ReadNextSectionAsync(cancellation) is { } section)
            if (section.GetContentDispositionHeader() is { } about && HeaderUtilities.RemoveQuotes(about.Name).Value == Field)
                return await LimitedBody.ReadAsync(section.Body, limit, cancellation) is { } bytes ? new(bytes) : new([], IsTooLarge: true);
        return new([]);
    }
}
