using System.Buffers;
using Ilnp.Mail.Senders;
using Microsoft.Extensions.Options;

namespace Ilnp.Drive;

/// <summary>
/// Settings <c>Drive:*</c>: where the committee's files are kept current. With Graph the app signs in as it does for mail
/// (<c>Graph:TenantId</c>, <c>ClientId</c>, <c>ClientSecret</c>, or its own identity).
/// </summary>
public sealed class DriveOptions
{
    public const string Section = "Drive";

    static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*:<>?\\|");

    public const string None = "none", OfFolder = "folder", OfGraph = "graph";

    /// <summary><c>none</c>, <c>folder</c> or <c>graph</c>.</summary>
    public string Kind { get; set; } = None;

    /// <summary>A folder of this computer, or one of the drive; made when it is missing.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Id of the drive (a document library of SharePoint, or somebody's OneDrive).</summary>
    public string DriveId { get; set; } = "";

    internal IEnumerable<string> Problems(GraphOptions graph)
    {
        if (Kind is not (None or OfFolder or OfGraph)) yield return $"Drive:Kind is \"{Kind}\"; it must be none, folder or graph.";
        if (Kind == OfFolder && string.IsNullOrWhiteSpace(Folder)) yield return "Drive:Folder is missing: the folder for the files.";
        if (Kind != OfGraph) yield break;
        if (string.IsNullOrWhiteSpace(DriveId)) yield return "Drive:DriveId is missing: the id of the shared drive.";
        if (Folder.Split('/').Any(part => part is "." or ".." || part.AsSpan().ContainsAny(Forbidden)))
            yield return "Drive:Folder has signs that a folder of the drive cannot have.";
        foreach (var problem in graph.SignInProblems()) yield return problem;
    }
}

/// <summary>A drive that cannot be written to is told when the app starts.</summary>
sealed class DriveOptionsCheck(IOptions<GraphOptions> graph) : IValidateOptions<DriveOptions>
{
    public ValidateOptionsResult Validate(string? name, DriveOptions options) =>
        options.Problems(graph.Value).ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
