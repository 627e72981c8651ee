namespace Ilnp.Tests.Architecture;

/// <summary>The files of the app as they are written.</summary>
static class SourceFiles
{
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    public static IReadOnlyList<SourceFile> All { get; } = [.. Read(Path.Combine(Repository, "functions"))];

    static IEnumerable<SourceFile> Read(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(folder, path).Replace('\\', '/')
        where !name.StartsWith("bin/", StringComparison.Ordinal) && !name.StartsWith("obj/", StringComparison.Ordinal)
        orderby name
        select new SourceFile(name, File.ReadAllText(path));

    static string Above(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "IlnpFunctions.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}

/// <param name="Path">Below <c>functions/</c>.</param>
sealed record SourceFile(string Path, string Text)
{
    /// <summary>Null for the program itself.</summary>
    public string? Room => Path.Split('/') is [var room, _, ..] ? room : null;

    public string Namespace => string.Join('.', Path.Split('/')[..^1].Prepend("Ilnp"));
}
