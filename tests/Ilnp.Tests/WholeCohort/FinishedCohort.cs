using System.Text.Json;
using Azure.Data.Tables;
using FunctionsHost.Azurite;
using Ilnp.Approvals;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Tests.WholeCohort;

/// <summary>A whole cohort of the sample, played once for all tests of its results.</summary>
public sealed class FinishedCohort : IAsyncLifetime
{
    public static readonly CohortSettings Settings = AppParts.SettingsFile.Parse(
        File.ReadAllText(ProjectFolder.Sample("cohort-2020.json"))).Settings!;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ilnp-cohort-");

    internal string Folder => folder.FullName;

    internal int Port { get; } = PilotProcess.FreePort();

    internal JsonElement Summary { get; private set; }

    internal IReadOnlyDictionary<string, Person> People { get; private set; } = null!;

    internal IReadOnlyList<Group> Groups { get; private set; } = null!;

    internal IReadOnlyList<Decision> Decisions { get; private set; } = null!;

    internal IReadOnlyList<MailboxMail> Mails { get; private set; } = null!;

    internal IEnumerable<MailboxMail> Of(string template) => Mails.Where(mail => mail.Entry.Template == template);

    /// <summary>Groups that took part to the end.</summary>
    internal IEnumerable<Group> Lasting => Groups.Where(group => group.Status == GroupStatus.Completed);

    internal static string Liaison(Group group) => Settings.Committee.Single(member => member.Id == group.LiaisonId).Email;

    public async Task InitializeAsync()
    {
        using var pilot = PilotProcess.Start(Folder, Port, "--keep");
        var (code, output) = await pilot.EndAsync(TimeSpan.FromMinutes(10));
        Assert.True(code == 0, output);
        Summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "summary.json"))).RootElement;
        Mails = await MailsAsync(Folder);
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(new RunFolder(Folder).Azurite, ProjectFolder.Azurite));
        var tables = new TableServiceClient(azurite.ConnectionString);
        People = (await new PeopleStore(tables).ListAsync(Settings.Id)).ToDictionary(person => person.PersonId);
        Groups = await new GroupStore(tables).ListAsync(Settings.Id);
        Decisions = await new DecisionStore(tables).ListAsync(Settings.Id);
    }

    internal static async Task<IReadOnlyList<MailboxMail>> MailsAsync(string folder)
    {
        var mailbox = new LocalMailbox(Path.Combine(folder, "mail"));
        var mails = new List<MailboxMail>();
        foreach (var entry in mailbox.List()) mails.Add((await mailbox.ReadAsync(entry.FileName))!);
        return mails;
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
