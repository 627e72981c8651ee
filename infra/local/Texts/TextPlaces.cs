using System.Reflection;
using System.Text.RegularExpressions;
using Ilnp.Approvals;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Local.Texts;

/// <summary>
/// Where a text of a page is read: the addresses of the pages, found by the files that name the text, and these files' names. A text
/// that is named by pieces alone counts to the pages of its room; one of a room without pages to those on which questions are answered.
/// </summary>
sealed partial class TextPlaces
{
    readonly ILookup<string, string> files;
    readonly IReadOnlyList<(string Prefix, string File)> beginnings;
    readonly ILookup<string, string> pages = PagesByFolder();

    /// <param name="functions">The folder <c>functions/</c> of the project.</param>
    public TextPlaces(string functions)
    {
        var sources = Directory.EnumerateFiles(functions, "*.cs*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(functions, file).Replace('\\', '/'), Path: file))
            .Where(file =>
                !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal)
                    && !file.Name.StartsWith("Committee/", StringComparison.Ordinal))
            .Select(file => (file.Name, Text: File.ReadAllText(file.Path))).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        files = sources.SelectMany(file => Key.Matches(file.Text).Select(key => (key.Groups[1].Value, file.Name)))
            .Distinct().ToLookup(found => found.Value, found => found.Name);
        beginnings =
            [.. sources.SelectMany(file => Beginning.Matches(file.Text).Select(key => (key.Groups[1].Value, file.Name))).Distinct()];
    }

    /// <summary>In words; empty for a mail, which is its own place, and for topics, which are in mails.</summary>
    public string Of(Wording wording)
    {
        if (wording.IsMail || wording.File.IndexOf("/Texts/", StringComparison.Ordinal) is not (> 0 and var end)) return "";
        var room = wording.File[..end];
        var named = files[wording.Key].Concat(
            files[wording.Key].Any()
                ? []
                : beginnings.Where(one => wording.Key.StartsWith(one.Prefix, StringComparison.Ordinal)).Select(one => one.File))
            .Where(file => IsIn(file, room)).ToList();
        var addresses = (named.Count > 0 ? named.SelectMany(file => PagesNear(FolderOf(file))) : PagesNear(room)).Distinct().ToList();
        if (addresses.Count == 0) addresses = [.. PagesNear(FolderOf("Approvals/"))];
        return string.Join(", ", [.. addresses.Take(4), .. named.Select(Path.GetFileName).Distinct().Take(3)]);
    }

    /// <summary>Texts of the ground are named anywhere; those of a step in its own room.</summary>
    static bool IsIn(string file, string room) =>
        room is "Pages" or "Forms" or "Programme" or "Mail" or "Approvals" || file.StartsWith($"{room}/", StringComparison.Ordinal);

    /// <summary>Of a folder, or the nearest above it that has any; within its room.</summary>
    IEnumerable<string> PagesNear(string folder)
    {
        while (folder.Length > 0 && !pages[folder].Any()) folder = FolderOf(folder);
        return pages[folder];
    }

    static string FolderOf(string path) => path.LastIndexOf('/') is var at and >= 0 ? path[..at] : "";

    static ILookup<string, string> PagesByFolder() =>
        (from type in typeof(Questions).Assembly.GetTypes()
         from method in type.GetMethods()
         from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
         where trigger is { Route: not null } && trigger.Methods?.Contains("get") == true
         select (Folder: type.Namespace!.Replace("Ilnp.", "", StringComparison.Ordinal).Replace('.', '/'), Address: $"/{trigger!.Route}"))
        .Distinct().ToLookup(page => page.Folder, page => page.Address);

    [GeneratedRegex("\"([a-z][a-z0-9-]*(?:[.][a-z0-9-]+)*)\"")]
    private static partial Regex Key { get; }

    [GeneratedRegex("\\$\"([a-z][a-z0-9.-]*[.-])\\{")]
    private static partial Regex Beginning { get; }
}
