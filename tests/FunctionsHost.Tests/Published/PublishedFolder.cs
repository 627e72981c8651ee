using System.Reflection;
using System.Text.Json;

namespace FunctionsHost.Tests.Published;

/// <summary>A folder such as <c>dotnet publish</c> makes, whose program is this assembly.</summary>
sealed class PublishedFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("published");

    public PublishedFolder()
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
            File.CreateSymbolicLink(System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)), file);
        Write("host.json", """{"version":"2.0","extensions":{"http":{"routePrefix":""},"durableTask":{"hubName":"%Hub%"}}}""");
        Write("worker.config.json", Describe($"{Assembly.GetExecutingAssembly().GetName().Name}.dll"));
    }

    public string Path => folder.FullName;

    static string Describe(string program) =>
        JsonSerializer.Serialize(new { description = new { language = "dotnet-isolated", defaultWorkerPath = program } });

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void Dispose() => folder.Delete(recursive: true);
}
