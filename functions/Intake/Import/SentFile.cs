using Ilnp.Pages.Visitors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ilnp.Intake.Import;

/// <summary>
/// A file that a call brings: as its body, as <c>curl --data-binary</c> sends it, or as all that a form holds, as <c>curl -F</c> does. A
/// form of anything else is not guessed at: what stands beside the file was meant for something.
/// </summary>
/// <param name="Bytes">Its content; null when it was not read.</param>
/// <param name="Refusal">Why it was not read, in a sentence.</param>
/// <param name="Status">Of the answer that says so.</param>
public sealed record SentFile(byte[]? Bytes, string Refusal = "", int Status = StatusCodes.Status200OK)
{
    /// <param name="request">The call, of which nothing was read yet.</param>
    /// <param name="limit">Most bytes of the file.</param>
    /// <param name="example">Where to, and a name of such a file, for the call that a refusal shows.</param>
    public static async Task<SentFile> ReadAsync(HttpRequest request, int limit, (Uri Address, string Name) example)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (!IsForm(request)) return await LimitedBody.ReadAsync(request, limit, cancellation) is { } body ? new(body) : TooLarge(limit);
        if (FormParts.IsTooLarge(request, limit)) return TooLarge(limit);
        try
        {
            return await FormParts.ReadAsync(request, limit, form => OnlyOneAsync(form, limit, cancellation)) ?? NotOne(example);
        }
        catch (UnreadableRequest)
        {
            return NotOne(example);
        }
    }

    /// <summary>Null when the form holds no file, several, or something else.</summary>
    static async Task<SentFile?> OnlyOneAsync(MultipartReader form, int limit, CancellationToken cancellation)
    {
        SentFile? file = null;
        while (await form.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (file is not null || section.GetContentDispositionHeader()?.IsFileDisposition() != true) return null;
            if (await LimitedBody.ReadAsync(section.Body, limit, cancellation) is not { } bytes) return TooLarge(limit);
            file = new(bytes);
        }

        return file;
    }

    static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.Type.Equals("multipart", StringComparison.OrdinalIgnoreCase);

    static SentFile TooLarge(int limit) =>
        new(null, $"The file has more than {limit / 1024 / 1024} MB.", StatusCodes.Status413PayloadTooLarge);

    /// <summary>The call is without quotes, which the answer's JSON would not show as they are.</summary>
    static SentFile NotOne((Uri Address, string Name) example) => new(
        null,
        "This is a form that does not hold one file and nothing else, so nothing was read; the file by itself is sent so: "
            + $"curl {example.Address} -H x-functions-key:KEY --data-binary @{example.Name}",
        StatusCodes.Status400BadRequest);
}
