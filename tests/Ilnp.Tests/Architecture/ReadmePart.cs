namespace Ilnp.Tests.Architecture;

/// <summary>A part of the README that a test draws, between two lines of its own.</summary>
/// <param name="Begin">The line before it.</param>
/// <param name="End">The line after it.</param>
sealed record ReadmePart(string Begin, string End)
{
    static readonly string Readme = Path.Combine(SourceFiles.Repository, "README.md");

    public string Read()
    {
        var text = File.ReadAllText(Readme);
        return text[(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..text.IndexOf(End, StringComparison.Ordinal)];
    }

    public void Write(string part) => File.WriteAllText(
        Readme, File.ReadAllText(Readme).Replace(Begin + Read() + End, Begin + part + End, StringComparison.Ordinal));
}
