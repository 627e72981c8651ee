using System.Text.Json;

namespace FunctionsHost.Worker.Published;

/// <summary>The program in a folder that <c>dotnet publish</c> made, as the worker's own description there names it.</summary>
static class PublishedProgram
{
    public const string Language = "dotnet-isolated";

    const string Description = "worker.config.json";

    /// <exception cref="FunctionsHostStartException">The folder holds no published .NET isolated app.</exception>
    public static string In(string folder)
    {
        var (language, program) = Described(folder);
        if (language != Language)
            throw new FunctionsHostStartException($"{folder} holds an app for {language ?? "nothing"}; this host runs {Language} only.");
        var path = Path.Combine(folder, program ?? "");
        return File.Exists(path) ? path : throw None(folder, $"{program ?? "its program"} is missing");
    }

    static (string? Language, string? Program) Described(string folder)
    {
        var path = Path.Combine(folder, Description);
        if (!File.Exists(path)) throw None(folder, $"{Description} is missing");
        try
        {
            var description = JsonSerializer.Deserialize<Worker>(File.ReadAllText(path), JsonSerializerOptions.Web)?.Description;
            return (description?.Language, description?.DefaultWorkerPath);
        }
        catch (JsonException e)
        {
            throw None(folder, $"{Description} cannot be read: {e.Message}");
        }
    }

    static FunctionsHostStartException None(string folder, string why) =>
        new($"{folder} holds no published functions app ({why}): make one with \"dotnet publish functions --output FOLDER\".");

    sealed record Worker(WorkerDescription? Description);

    sealed record WorkerDescription(string? Language, string? DefaultWorkerPath);
}
