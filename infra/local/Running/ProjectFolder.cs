namespace Ilnp.Local.Running;

/// <summary>Files of the project that a local run needs beside its own assembly.</summary>
static class ProjectFolder
{
    /// <summary>Azurite's package folder, <c>infra/local/azurite</c> of the copy of the project that this was built in.</summary>
    /// <exception cref="LocalProblem">There is none above the assembly or the working directory.</exception>
    public static string Azurite => Find("infra/local/azurite", "package-lock.json");

    /// <summary>The app's sources, <c>functions/</c>.</summary>
    /// <exception cref="LocalProblem">There is no such folder above the assembly or the working directory.</exception>
    public static string Functions => Find("functions", "Program.cs");

    static string Find(string folder, string file) =>
        Above(AppContext.BaseDirectory).Concat(Above(Environment.CurrentDirectory)).Select(above => Path.Combine(above, folder))
            .FirstOrDefault(found => File.Exists(Path.Combine(found, file)))
        ?? throw new LocalProblem($"The folder {folder} is missing: run this in a whole copy of the project.");

    /// <summary>A file that is shipped with the pilot.</summary>
    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Pilot", name);

    static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}
