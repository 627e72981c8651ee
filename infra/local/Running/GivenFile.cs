namespace Ilnp.Local.Running;

/// <summary>Files that are named on the command line.</summary>
static class GivenFile
{
    /// <summary>The content.</summary>
    /// <param name="path">As it was given.</param>
    /// <param name="what">What it is, as a sentence's beginning: "The settings".</param>
    /// <param name="option">By which another one is named.</param>
    /// <exception cref="LocalProblem">There is no such file, it is a folder, or it cannot be read.</exception>
    public static byte[] Read(string path, string what, string option)
    {
        try
        {
            return File.ReadAllBytes(Required(path, what, option));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalProblem($"{what} cannot be read: {e.Message}", e);
        }
    }

    /// <inheritdoc cref="Read"/>
    public static string ReadText(string path, string what, string option) =>
        new StreamReader(new MemoryStream(Read(path, what, option))).ReadToEnd();

    /// <summary>The path, when there is a file.</summary>
    /// <exception cref="LocalProblem">There is none, or a folder: of that, systems say only that access is denied.</exception>
    public static string Required(string path, string what, string option)
    {
        if (Directory.Exists(path)) throw new LocalProblem($"{what} cannot be read: {path} is a folder. Name a file in it with {option}.");
        if (!File.Exists(path)) throw new LocalProblem($"{what} cannot be read: there is no file {path}. Name it with {option}.");
        return path;
    }
}
