using System.CommandLine;
using Ilnp.Local.Running;

namespace Ilnp.Local.Texts;

/// <summary><c>texts</c>: what participants read, for somebody who speaks the language to read and better.</summary>
static class TextsCommand
{
    public static Command Create()
    {
        var language = new Option<string?>("--language") { Description = "Code of one language; all by default." };
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = "Folder for the sheets.",
            DefaultValueFactory = _ => new DirectoryInfo("out/texts"),
        };
        var pages = new Option<DirectoryInfo>("--pages")
        {
            Description = "Pages that a pilot has kept, to show texts where they stand.",
            DefaultValueFactory = _ => new DirectoryInfo("out/pages"),
        };
        var read = new Option<FileInfo?>("--read")
        {
            Description = "A sheet that a reviewer filled in; its name begins with the language's code. Its corrections go into the texts.",
        };
        var command = new Command("texts", "Writes sheets for reviewers of the texts, and reads their corrections back.")
        {
            language, output, pages, read,
        };
        command.SetAction((parsed, cancellation) => PlainWords.RunAsync(
            () =>
            {
                var reviewing = new Reviewing(ProjectFolder.Functions, Console.Out);
                if (parsed.GetValue(read) is { } sheet) reviewing.Take(sheet);
                else reviewing.Write(parsed.GetValue(language), parsed.GetValue(output)!, parsed.GetValue(pages)!);
                return Task.FromResult(0);
            },
            cancellation));
        return command;
    }
}
