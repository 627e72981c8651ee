using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ilnp.Rights;

/// <summary>The steps of an erasure. Each may run again, and for somebody who is erased already.</summary>
public sealed class ErasureActivities(
    PersonRecords records, PeopleStore people, IEnumerable<IDeparture> departures,
    Correspondence correspondence, ILogger<ErasureActivities> logger)
{
    /// <inheritdoc cref="PersonRecords.SelvesAsync"/>
    [Function(nameof(FindSelves))]
    public Task<IReadOnlyList<PersonRef>> FindSelves([ActivityTrigger] PersonRef person) => records.SelvesAsync(person);

    /// <summary>The last mail: should somebody else have pressed the button, the person hears of it.</summary>
    [Function(nameof(TellErasure))]
    public async Task TellErasure([ActivityTrigger] PersonRef reference)
    {
        if (await people.FindAsync(reference.CohortId, reference.PersonId) is { IsErased: false } person)
            await correspondence.WriteAsync(person, new("erasure", "erasing", "erasing"));
    }

    /// <summary>Tells the steps; gives whether one of them still needs the person.</summary>
    [Function(nameof(LeaveForGood))]
    public async Task<bool> LeaveForGood([ActivityTrigger] PersonRef reference, [DurableClient] DurableTaskClient client)
    {
        if (await people.FindAsync(reference.CohortId, reference.PersonId) is not { IsErased: false } person) return false;
        var needed = false;
        foreach (var departure in departures) needed |= await departure.LeaveAsync(person, client, CancellationToken.None);
        return needed;
    }

    [Function(nameof(ErasePerson))]
    public async Task ErasePerson([ActivityTrigger] PersonRef reference)
    {
        await records.EraseAsync(reference);
        logger.LogInformation("Person {Person} of cohort {Cohort} is erased.", reference.PersonId, reference.CohortId);
    }
}
