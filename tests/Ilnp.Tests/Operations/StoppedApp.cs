using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Operations;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Operations;

/// <summary>The app's own services over Azurite, without a host: cohorts of its own, a hub of failures, and what was mailed.</summary>
sealed class StoppedApp : IDisposable
{
    readonly ServiceProvider services;
    readonly string folder = Directory.CreateTempSubdirectory("mailbox").FullName;

    public StoppedApp(string storage)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["Web:PublicUrl"] = "https://ilnp.example.org",
            ["Approvals:SigningKeys:k1"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]),
            ["Approvals:CurrentKey"] = "k1",
            ["Intake:IdentityKey"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)8, 32)]),
            ["Mail:Sender"] = "mailbox",
            ["Mail:MailboxFolder"] = folder,
            ["Mail:From:Essential"] = "programme@ilnp.example",
            ["Mail:From:Optional"] = "news@ilnp.example",
        }).Build();
        services = Program.AddSteps(new ServiceCollection().AddLogging()
            .AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(Clock).AddStorage(configuration))
            .BuildServiceProvider();
    }

    public SetClock Clock { get; } = new() { Now = new(2020, 6, 3, 12, 0, 0, TimeSpan.Zero) };

    public StoppedHub Hub { get; } = new();

    public T Get<T>() where T : notnull => ActivatorUtilities.GetServiceOrCreateInstance<T>(services);

    /// <summary>A cohort that runs in June 2020, with a technical member.</summary>
    public async Task<string> CohortAsync()
    {
        var cohort = Cohorts.Pilot with
        {
            Id = $"c-{Guid.NewGuid():N}"[..12],
            Committee =
            [
                .. Cohorts.Pilot.Committee,
                new() { Id = "tess", Name = "Tess Ito", Email = "tess@example.org", Roles = [CommitteeRole.Technical] },
            ],
        };
        await Get<CohortStore>().TryAddAsync(cohort);
        return cohort.Id;
    }

    public Task SweepAsync() => Get<StoppageSweep>().TellOfStoppages(new TimerInfo(), Hub, CancellationToken.None);

    /// <summary>Answers the question that the only open stoppage asks of a member.</summary>
    public async Task DecideAsync(string cohort, string member, string choice)
    {
        var stoppage = (await Get<StoppageStore>().ListAsync(cohort))[^1];
        var decisionId = StoppedForm.DecisionId(stoppage.StoppageId, member);
        var read = await Get<DecisionStore>().ReadAsync(cohort, decisionId, CancellationToken.None);
        await Get<DecisionRecorder>().RecordAsync(
            read!, new Dictionary<string, IReadOnlyList<string>> { ["choice"] = [choice] }, choice, Hub, CancellationToken.None);
    }

    /// <summary>What was written to the cohort's people about what stopped, in the order of sending.</summary>
    public async Task<IReadOnlyList<MailboxMail>> MailsAsync(string cohort)
    {
        var mailbox = services.GetRequiredService<LocalMailbox>();
        var keys = (await Get<MailLedger>().ListAsync(cohort)).Select(written => written.Key.Hash).ToHashSet();
        var about = mailbox.List().Where(entry => entry.Template == "orchestration-failed" && keys.Contains(entry.Key));
        return await Task.WhenAll(about.Select(async entry => (await mailbox.ReadAsync(entry.FileName))!));
    }

    /// <summary>First names of those written to.</summary>
    public async Task<string> WrittenToAsync(string cohort) =>
        string.Join(' ', (await MailsAsync(cohort)).Select(mail => mail.To[0].Name.Split(' ')[0]));

    public void Dispose()
    {
        services.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
