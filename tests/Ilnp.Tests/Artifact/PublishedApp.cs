using System.Diagnostics;

namespace Ilnp.Tests.Artifact;

/// <summary>The app in a folder as the workflow deploys it: what these tests run, published and not built again.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
#if DEBUG
    const string Configuration = "Debug";
#else
    const string Configuration = "Release";
#endif

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ilnp-published-");

    public string Folder => folder.FullName;

    /// <summary>Paths of all files from the folder on, with slashes.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public async Task InitializeAsync()
    {
        using var publishing = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Project(), "--no-build", "--configuration", Configuration, "--output", Folder, "--nologo", "-v", "q"])
        {
            RedirectStandardOutput = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!;
        var said = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        if (publishing.ExitCode != 0) throw new InvalidOperationException($"dotnet publish functions failed: {said}");
        Files =
        [
            .. folder.EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder, file.FullName).Replace('\\', '/')),
        ];
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    static string Project()
    {
        var above = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(above, "IlnpFunctions.sln"))) above = Path.GetDirectoryName(above)!;
        return Path.Combine(above, "functions");
    }
}

/// <summary>Tests of what is deployed, published once for all: <c>[Collection(ArtifactTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class ArtifactTests : ICollectionFixture<PublishedApp>
{
    public const string Name = "Artifact";
}
