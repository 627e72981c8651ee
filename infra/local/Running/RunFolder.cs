using FunctionsHost.Azurite;

namespace Ilnp.Local.Running;

/// <summary>Where a local run keeps what it makes, and under <c>.state</c> what a host needs to go on after a stop.</summary>
sealed class RunFolder(string path, string option = "--out")
{
    static readonly string[] Results = ["pairs.csv", "report.html", "report.xlsx", "summary.json"];

    public string Root { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>By which option of the command another one is named.</summary>
    public string Option => option;

    public string Mail => Sub("mail");

    public string Certificates => Sub("certificates");

    public string Flyers => Sub("flyers");

    /// <summary>Pages as people saw them, in a folder for each language.</summary>
    public string Pages => Sub("pages");

    /// <summary>Readable by the person who runs it only, as mail is: it holds keys and personal data.</summary>
    public string State => Sub(".state");

    /// <summary>Storage's data.</summary>
    public string Azurite => System.IO.Path.Combine(State, "azurite");

    public string File(string name) => System.IO.Path.Combine(Root, name);

    public string StateFile(string name) => System.IO.Path.Combine(State, name);

    /// <summary>
    /// Makes the folders that are not there, so that no other user of the machine reads them and no commit takes them along.
    /// </summary>
    /// <exception cref="LocalProblem">They cannot be made.</exception>
    public RunFolder Prepare()
    {
        try
        {
            var isNew = !Directory.Exists(Root) || !Directory.EnumerateFileSystemEntries(Root).Any();
            foreach (var folder in new[] { Mail, State }) Hide(folder);
            if (isNew) Ignore(Root);
            return this;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !FullDisk.IsIn(e))
        {
            throw new LocalProblem($"The folder {Root} cannot be used ({e.Message}): name another one with {option}.", e);
        }
    }

    /// <summary>Deletes what a run before has made, and nothing else. True when there was one.</summary>
    public bool Clear()
    {
        var was = Directory.EnumerateFiles(Mail, "*.eml").Any() || Directory.Exists(Azurite);
        foreach (var folder in new[] { Azurite, Mail, Certificates, Flyers, Pages }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Results.Select(File).Append(StateFile("crowd.jsonl"))) System.IO.File.Delete(file);
        Hide(Mail);
        return was;
    }

    static void Hide(string folder)
    {
        PrivateFiles.MakeFolder(folder);
        Ignore(folder);
    }

    static void Ignore(string folder) => System.IO.File.WriteAllText(System.IO.Path.Combine(folder, ".gitignore"), "*\n");

    string Sub(string name) => System.IO.Path.Combine(Root, name);
}
