using System.Text.Json;
using FunctionsHost.Azurite;

namespace FunctionsHost.Durable.Backup;

/// <summary>
/// The files of a backup: <c>tables/&lt;name&gt;.jsonl</c>, a row each line; <c>containers/&lt;name&gt;/</c> with
/// <c>list.jsonl</c> and a file each blob; <c>queues/&lt;name&gt;.jsonl</c>, a message each line; and <c>backup.json</c>, written
/// last, without which it is none. Only the owner reads them.
/// </summary>
sealed class BackupFolder(string root)
{
    const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Root { get; } = Path.GetFullPath(root);

    public IReadOnlyList<string> Tables => Names("tables");

    public IReadOnlyList<string> Queues => Names("queues");

    public IReadOnlyList<string> Containers =>
        Directory.Exists(Sub("containers"))
            ? [.. Directory.EnumerateDirectories(Sub("containers")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
            : [];

    /// <exception cref="BackupProblem">There is something already, or it cannot be made.</exception>
    public void Begin()
    {
        try
        {
            if (File.Exists(Root)) throw new BackupProblem($"{Root} is a file: name a new folder.");
            if (Directory.Exists(Root) && Directory.EnumerateFileSystemEntries(Root).Any())
                throw new BackupProblem($"The folder {Root} is not empty: name a new one, so that an older backup stays as it is.");
            foreach (var folder in new[] { Root, Sub("tables"), Sub("queues"), Sub("containers") }) MakeFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !FullDisk.IsIn(e))
        {
            throw new BackupProblem($"The folder {Root} cannot be made ({e.Message}): name another one.");
        }
    }

    /// <summary>Takes away what was begun, so that nobody takes it for a backup and the same name can be used again.</summary>
    public void Discard() => Directory.Delete(Root, recursive: true);

    public StreamWriter Table(string name) => new(Create(Path.Combine("tables", $"{name}.jsonl")));

    public StreamWriter Queue(string name) => new(Create(Path.Combine("queues", $"{name}.jsonl")));

    public StreamWriter BlobList(string container)
    {
        MakeFolder(Sub(Path.Combine("containers", container)));
        return new(Create(Path.Combine("containers", container, "list.jsonl")));
    }

    public FileStream Blob(string container, string file) => Create(Path.Combine("containers", container, file));

    public IAsyncEnumerable<T> RowsAsync<T>(string table) => LinesAsync<T>(Path.Combine("tables", $"{table}.jsonl"));

    public IAsyncEnumerable<T> MessagesAsync<T>(string queue) => LinesAsync<T>(Path.Combine("queues", $"{queue}.jsonl"));

    public IAsyncEnumerable<T> BlobsAsync<T>(string container) => LinesAsync<T>(Path.Combine("containers", container, "list.jsonl"));

    /// <exception cref="BackupProblem">It is not there, or cannot be read.</exception>
    public FileStream OpenBlob(string container, string file)
    {
        var path = Sub(Path.Combine("containers", container, file));
        return Read(path, () => File.OpenRead(path));
    }

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Json);

    /// <summary>What was found, when; the backup is whole from now on.</summary>
    public async Task EndAsync(BackupSummary summary)
    {
        await using var file = Create("backup.json");
        await JsonSerializer.SerializeAsync(file, summary, Json);
    }

    /// <exception cref="BackupProblem">There is none, or it was never finished.</exception>
    public BackupSummary Summary()
    {
        var path = Sub("backup.json");
        if (!File.Exists(path))
            throw new BackupProblem(
                $"The folder {Root} holds no whole backup: there is no {Path.GetFileName(path)}, which is written when all else is there.");
        return Read(path, () => JsonSerializer.Deserialize<BackupSummary>(File.ReadAllBytes(path), Json))
            ?? throw Damaged(path);
    }

    async IAsyncEnumerable<T> LinesAsync<T>(string file)
    {
        var path = Sub(file);
        using var lines = Read(path, () => File.OpenText(path));
        while (await lines.ReadLineAsync() is { } line)
            yield return Read(path, () => JsonSerializer.Deserialize<T>(line, Json)) ?? throw Damaged(path);
    }

    static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            throw Damaged(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupProblem($"The backup cannot be read ({e.Message}): take another copy of it.");
        }
    }

    static BackupProblem Damaged(string path) => new($"The file {path} is damaged: take another copy of the backup.");

    IReadOnlyList<string> Names(string folder) =>
        Directory.Exists(Sub(folder))
            ? [.. Directory.EnumerateFiles(Sub(folder), "*.jsonl")
                .Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)]
            : [];

    FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owners;
        return new(Sub(file), options);
    }

    static void MakeFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Owners | UnixFileMode.UserExecute);
    }

    string Sub(string name) => Path.Combine(Root, name);
}

/// <summary>What a backup holds.</summary>
/// <param name="At">When it was finished, UTC.</param>
/// <param name="Hubs">Task hubs, with the number of their control queues.</param>
/// <param name="Rows">Of all tables.</param>
/// <param name="Blobs">Of all containers.</param>
/// <param name="Messages">That waited in queues.</param>
sealed record BackupSummary(DateTimeOffset At, IReadOnlyDictionary<string, int> Hubs, int Rows, int Blobs, int Messages);
