using System.Text;
using Ilnp.Forms;
using Ilnp.Intake.Providers;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Committee.FormQuestions;

/// <summary>What was posted to be tried.</summary>
/// <param name="Provider">Name of the form service, untrusted.</param>
/// <param name="Text">What was pasted; empty for nothing.</param>
/// <param name="File">What was uploaded; empty for nothing.</param>
/// <param name="IsLast">Whether the last message shall be tried in its place.</param>
/// <param name="IsTooLong">Longer than the webhook takes.</param>
sealed record TrialForm(string Provider, string Text, byte[] File, bool IsLast, bool IsTooLong)
{
    public const string Service = "service", Body = "body", Upload = "file", Last = "last";

    /// <summary>As the webhook would get it; the type is told by its beginning, since nobody knows it who pastes.</summary>
    public ReceivedBody Message => File.Length > 0 ? Of(File) : Of(Encoding.UTF8.GetBytes(Text.Trim()));

    /// <exception cref="Pages.Visitors.UnreadableRequest">It is no form, too large, or broken.</exception>
    public static async Task<TrialForm> ReadAsync(HttpRequest request, int longest)
    {
        var form = await PostedForm.ReadWithFilesAsync(request, longest * 3);
        var (text, file) = (form[Body].ToString(), await BytesAsync(form.Files.GetFile(Upload), longest));
        var isTooLong = file is null || Encoding.UTF8.GetByteCount(text) > longest;
        return new(form[Service].ToString(), isTooLong ? "" : text, file ?? [], form.ContainsKey(Last), isTooLong);
    }

    static async Task<byte[]?> BytesAsync(IFormFile? file, int longest)
    {
        if (file is null) return [];
        if (file.Length > longest) return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    static ReceivedBody Of(byte[] bytes)
    {
        var start = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200)).TrimStart();
        var type = start.StartsWith("--", StringComparison.Ordinal) ? $"multipart/form-data; boundary={start[2..].Split('\r', '\n')[0]}"
            : start is ['{' or '[', ..] ? "application/json" : "application/x-www-form-urlencoded";
        return new(bytes, type);
    }
}
