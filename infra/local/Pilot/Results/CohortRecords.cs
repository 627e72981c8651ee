using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Local.Pilot.Results;

/// <summary>What is stored of a finished cohort.</summary>
sealed record CohortRecords
{
    public required CohortSettings Settings { get; init; }
    public required IReadOnlyDictionary<string, Person> People { get; init; }

    /// <summary>In the order of forming.</summary>
    public required IReadOnlyList<Group> Groups { get; init; }

    public required IReadOnlyList<Application> Applications { get; init; }
    public required IReadOnlyList<Decision> Decisions { get; init; }
    public required IReadOnlyList<MailboxEntry> Mails { get; init; }
    public required int Certificates { get; init; }

    public static async Task<CohortRecords> LoadAsync(LocalApp app, CohortSettings settings, CancellationToken cancellation) => new()
    {
        Settings = settings,
        People = (await app.Get<PeopleStore>().ListAsync(settings.Id, cancellation)).ToDictionary(person => person.PersonId),
        Groups = await app.Get<GroupStore>().ListAsync(settings.Id, cancellation),
        Applications = await app.Get<ApplicationStore>().ListAsync(settings.Id, cancellation),
        Decisions = await app.Get<DecisionStore>().ListAsync(settings.Id, cancellation: cancellation),
        Mails = app.Get<LocalMailbox>().List(),
        Certificates = (await app.Get<Certificates.CertificateStore>().ListAsync(settings.Id, cancellation)).Count,
    };
}
