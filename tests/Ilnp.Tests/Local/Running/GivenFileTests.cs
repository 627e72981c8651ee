using Ilnp.Local.Bench.Cost;
using Ilnp.Local.Host;
using Ilnp.Local.Match;
using Ilnp.Local.Pilot;
using Ilnp.Local.Running;
using Ilnp.Local.Texts;

namespace Ilnp.Tests.Local.Running;

/// <summary>Whatever command is given a folder where a file is meant, or a file that is not there, says so in a sentence.</summary>
public sealed class GivenFileTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ilnp-given-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("--cohort", "The settings cannot be read")]
    [InlineData("--settings", "The cohort's settings cannot be read")]
    [InlineData("--applications", "The form's CSV export cannot be read")]
    [InlineData("--applications of match", "The applications cannot be read")]
    [InlineData("--settings of match", "The settings cannot be read")]
    [InlineData("--past", "Former partners cannot be read")]
    [InlineData("--locks", "The wishes cannot be read")]
    [InlineData("--prices", "The price table cannot be read")]
    [InlineData("--read", "The sheet cannot be read")]
    public async Task GivenAFolderOrNothing_WhenAFileIsMeant_ThenASentenceSaysSo(string option, string words)
    {
        var (there, gone) = (Path.Combine(folder.FullName, "fr"), Path.Combine(folder.FullName, "gone", "fr.xlsx"));
        Directory.CreateDirectory(there);
        var name = option.Split(' ')[0];

        Assert.Equal(
            $"{words}: {there} is a folder. Name a file in it with {name}.",
            (await Assert.ThrowsAsync<LocalProblem>(() => ReadAsync(option, there))).Message);
        Assert.Equal(
            $"{words}: there is no file {gone}. Name it with {name}.",
            (await Assert.ThrowsAsync<LocalProblem>(() => ReadAsync(option, gone))).Message);
    }

    async Task ReadAsync(string option, string path)
    {
        var file = new FileInfo(path);
        var pilot = new PilotOptions(
            ProjectFolder.Sample("applications-2020-google-forms.csv"),
            ProjectFolder.Sample("cohort-2020.json"), 1, new RunFolder(folder.FullName), true, 0, false);
        var match = new MatchRequest(null, null, null, null, null, null, null, 1, folder);
        switch (option)
        {
            case "--cohort": CohortToStart.Read(file, evenIfPassed: false); break;
            case "--settings": PilotInput.Read(pilot with { SettingsFile = path }); break;
            case "--applications": PilotInput.Read(pilot with { ApplicationsFile = path }); break;
            case "--applications of match": await ApplicationsMatch.RunAsync(match with { Applications = file }, default); break;
            case "--settings of match": await ApplicationsMatch.RunAsync(match with { Settings = file }, default); break;
            case "--past": await ApplicationsMatch.RunAsync(match with { Past = file }, default); break;
            case "--locks": await ApplicationsMatch.RunAsync(match with { Locks = file }, default); break;
            case "--prices": CostCommand.PricesOf(path); break;
            case "--read": new Reviewing(ProjectFolder.Functions, TextWriter.Null).Take(file); break;
        }
    }

    [Fact]
    public void GivenAFileWhereResultsShouldBe_WhenSheetsAreWritten_ThenASentenceSaysSo()
    {
        var file = Path.Combine(folder.FullName, "sheets");
        File.WriteAllText(file, "");

        var reviewing = new Reviewing(ProjectFolder.Functions, TextWriter.Null);
        var problem = Assert.Throws<LocalProblem>(() => reviewing.Write("fr", new(file), new("nowhere")));

        Assert.StartsWith($"The folder {file} cannot be made", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAFolderWhereAResultShouldBe_WhenACommandWritesIt_ThenItEndsWithASentence()
    {
        var code = await PlainWords.RunAsync(
            async () =>
            {
                await File.WriteAllTextAsync(folder.FullName, "");
                return 0;
            },
            default);

        Assert.Equal(1, code);
    }
}
