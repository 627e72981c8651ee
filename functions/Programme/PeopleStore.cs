using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Programme;

/// <summary>People by cohort: table <c>People</c>, partition cohort, row person.</summary>
public sealed class PeopleStore(TableServiceClient service)
{
    readonly RecordTable<Person> people = new(service, "People");

    public async Task<Person?> FindAsync(string cohortId, string personId, CancellationToken cancellation = default) =>
        (await people.FindAsync(cohortId, personId, cancellation))?.Value;

    /// <summary>The person.</summary>
    /// <exception cref="KeyNotFoundException">There is none: erased since, or a wrong id.</exception>
    public async Task<Person> GetAsync(string cohortId, string personId, CancellationToken cancellation = default) =>
        await FindAsync(cohortId, personId, cancellation) ?? throw new KeyNotFoundException($"Cohort {cohortId} has no person {personId}.");

    /// <summary>Their names for a sentence, in the order given.</summary>
    /// <exception cref="KeyNotFoundException">One of them is not there.</exception>
    public async Task<string> NamesAsync(
        string cohortId, IEnumerable<string> personIds, string language, CancellationToken cancellation = default) =>
        Programme.People.Names(await Task.WhenAll(personIds.Select(id => GetAsync(cohortId, id, cancellation))), language);

    /// <summary>Everybody of the cohort, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await people.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>Everybody of the cohort who stands at one of these.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(string cohortId, Standing[] standings, CancellationToken cancellation = default) =>
        [.. (await ListAsync(cohortId, cancellation)).Where(person => standings.Contains(person.Standing))];

    /// <summary>False when the person is there already.</summary>
    public Task<bool> TryAddAsync(Person person, CancellationToken cancellation = default) =>
        people.TryAddAsync(person.CohortId, person.PersonId, person, cancellation);

    /// <summary>Changes what is stored now; null when there is nobody of that id. Whoever was erased stays as they are.</summary>
    public Task<Person?> UpdateAsync(
        string cohortId, string personId, Func<Person, Person> change, CancellationToken cancellation = default) =>
        people.UpdateAsync(cohortId, personId, person => person.IsErased ? person : change(person), cancellation);

    /// <summary>
    /// Changes many as they are stored now, in a few transactions; who is not there any more is passed over, and who was erased.
    /// </summary>
    public Task UpdateManyAsync(
        string cohortId, IEnumerable<string> personIds, Func<Person, Person> change, CancellationToken cancellation = default) =>
        people.UpdateManyAsync(cohortId, personIds.ToHashSet(), person => person.IsErased ? person : change(person), cancellation);

    /// <summary>Works applications in, each as the person is stored now: the only thing that changes somebody who was erased.</summary>
    public Task ApplyManyAsync(
        string cohortId, IEnumerable<string> personIds, Func<Person, Person> apply, CancellationToken cancellation = default) =>
        people.UpdateManyAsync(cohortId, personIds.ToHashSet(), apply, cancellation);

    /// <inheritdoc cref="ApplyManyAsync"/>
    public Task<Person?> ApplyAsync(
        string cohortId, string personId, Func<Person, Person> apply, CancellationToken cancellation = default) =>
        people.UpdateAsync(cohortId, personId, apply, cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        people.DeleteFirstAsync(cohortId, most, cancellation);

    /// <summary>Adds many in a few transactions; gives the ids back of those who were there already and stay as they are.</summary>
    public Task<IReadOnlyList<string>> AddManyAsync(string cohortId, IEnumerable<Person> added, CancellationToken cancellation = default) =>
        people.AddManyAsync(cohortId, added.Select(person => (person.PersonId, person)), cancellation);
}
