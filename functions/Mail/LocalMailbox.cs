using System.Globalization;
using System.Text.RegularExpressions;
using Ilnp.Mail.Senders;
using Ilnp.Orchestration;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Ilnp.Mail;

/// <summary>
/// The mailbox of a laptop: a folder of <c>.eml</c> files named
/// <c>&lt;yyyyMMddTHHmmssZ&gt;-&lt;template&gt;-&lt;hash of the key&gt;.eml</c>, so that names sort by time.
/// </summary>
public sealed partial class LocalMailbox
{
    public const string TemplateHeader = "X-Ilnp-Template";
    public const string KeyHeader = "X-Ilnp-Key";

    readonly string folder;

    public LocalMailbox(IOptions<MailOptions> options) : this(options.Value.MailboxFolder)
    {
    }

    public LocalMailbox(string folder) => this.folder = Path.GetFullPath(folder);

    /// <summary>Told of each mail once it can be read, before its sender goes on.</summary>
    public event Action<MailboxEntry>? Arrived;

    /// <summary>All mails in order of time, oldest first, by their file names alone.</summary>
    public IReadOnlyList<MailboxEntry> List() =>
        !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*.eml").Select(Path.GetFileName)
            .Order(StringComparer.Ordinal).Select(name => Entry(name!)).OfType<MailboxEntry>()];

    /// <summary>A mail as its reader sees it; null when the folder has none of this name.</summary>
    public async Task<MailboxMail?> ReadAsync(string fileName, CancellationToken cancellation = default)
    {
        if (Entry(fileName) is not { } entry || !Has(fileName)) return null;
        using var content = new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(folder, fileName), cancellation));
        return MailboxMail.Of(entry, MimeMessage.Load(content, cancellation));
    }

    /// <summary>Removes what killed processes left half written. Only while no other process writes into the folder.</summary>
    public void DiscardUnfinished()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var unfinished in Directory.EnumerateFiles(folder, ".*.eml.*")) File.Delete(unfinished);
    }

    /// <summary>Puts a changed mail in place of one that is there; nobody is told, since it is no new one.</summary>
    public async Task ReplaceAsync(string fileName, Func<MimeMessage, MimeMessage> change, CancellationToken cancellation = default)
    {
        using var content = new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(folder, fileName), cancellation));
        using var changed = new MemoryStream();
        change(MimeMessage.Load(content, cancellation)).WriteTo(MimeMail.Unix, changed, cancellation);
        await PutAsync(fileName, changed.GetBuffer().AsMemory(0, (int)changed.Length), cancellation);
    }

    /// <summary>Nothing happens when there is no mail of this name.</summary>
    public void Delete(string fileName)
    {
        if (Entry(fileName) is not null) File.Delete(Path.Combine(folder, fileName));
    }

    internal bool Has(string fileName) => File.Exists(Path.Combine(folder, fileName));

    internal async Task WriteAsync(string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await PutAsync(fileName, content, cancellation);
        if (Entry(fileName) is { } entry) Arrived?.Invoke(entry);
    }

    /// <exception cref="TransientFailure">There is no room, or no right to write: both may pass.</exception>
    async Task PutAsync(string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var unfinished = Path.Combine(folder, $".{fileName}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = new FileStream(unfinished, OwnersOnly())) await file.WriteAsync(content, cancellation);
            File.Move(unfinished, Path.Combine(folder, fileName), overwrite: true);
        }
        catch (IOException e)
        {
            if (Directory.Exists(folder)) File.Delete(unfinished);
            throw new TransientFailure("The mailbox's folder cannot be written.", e);
        }
    }

    static FileStreamOptions OwnersOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    static MailboxEntry? Entry(string fileName) => Name().Match(fileName) is { Success: true } match
        ? new(
            fileName,
            DateTimeOffset.ParseExact(
                match.Groups["at"].Value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            match.Groups["template"].Value,
            match.Groups["key"].Value)
        : null;

    [GeneratedRegex(@"^(?<at>\d{8}T\d{6}Z)-(?<template>[a-z0-9-]+)-(?<key>[0-9a-f]{32})\.eml$")]
    private static partial Regex Name();
}
