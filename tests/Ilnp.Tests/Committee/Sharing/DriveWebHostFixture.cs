using Ilnp.Tests.Pages;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Committee.Sharing;

/// <summary>With a folder as the shared drive.</summary>
public sealed class DriveWebHostFixture() : WebHostFixture(new AzuriteFixture { IsFresh = true })
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("shared");

    protected override IReadOnlyDictionary<string, string?> More =>
        new Dictionary<string, string?> { ["Drive:Kind"] = "folder", ["Drive:Folder"] = Folder.FullName };
}
