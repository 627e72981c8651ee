using System.Text.Json;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Rights;

/// <summary>
/// Export and erasure for whoever has the function key. The person is named in the body, <c>{"email": "..."}</c> or
/// <c>{"personId": "..."}</c>, since addresses of requests are logged.
/// </summary>
public sealed class DataCalls(PersonRecords records, CohortStore cohorts, PeopleStore people, AddressBook addresses, TextShelf texts)
{
    /// <returns>
    /// 200 with everything that is held, 400 for a body that names nobody, 404 for somebody who is not known, 409 with ids and names where
    /// several share the address: nobody takes a colleague's data, or has them erased.
    /// </returns>
    [Function(nameof(ExportPerson))]
    public Task<IActionResult> ExportPerson(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cohorts/{cohortId}/people/export")] HttpRequest request,
        string cohortId) =>
        ForAsync(
            request,
            cohortId,
            async person => await records.ExportAsync(person, texts.In(TextShelf.First), request.HttpContext.RequestAborted) is { } export
                ? DataFile.Of(request, export)
                : new NotFoundResult());

    /// <returns>202 when it has begun, again too; 400, 404 and 409 as for the export.</returns>
    [Function(nameof(ErasePersonByCall))]
    public Task<IActionResult> ErasePersonByCall(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cohorts/{cohortId}/people/erase")] HttpRequest request, string cohortId,
        [DurableClient] DurableTaskClient client) =>
        ForAsync(request, cohortId, async person =>
        {
            await client.BeginErasureAsync(person, request.HttpContext.RequestAborted);
            return new AcceptedResult();
        });

    async Task<IActionResult> ForAsync(HttpRequest request, string cohortId, Func<PersonRef, Task<IActionResult>> act)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await cohorts.FindAsync(cohortId, cancellation) is not { } cohort) return new NotFoundResult();
        if (await NamedAsync(request) is not { } named)
            return new BadRequestObjectResult(
                new { problems = new[] { "The body names nobody: it is {\"email\": \"...\"} or {\"personId\": \"...\"}." } });
        if (named.PersonId is { } id)
            return await people.FindAsync(cohortId, id, cancellation) is null ? new NotFoundResult() : await act(new(cohortId, id));
        var theirs = await addresses.PeopleAsync(cohort, named.Email!, cancellation);
        if (theirs.Count > 1) return Which(theirs);
        id = theirs is [var only] ? only.PersonId : await addresses.PersonIdAsync(cohort, named.Email!, cancellation);
        return await people.FindAsync(cohortId, id, cancellation) is null ? new NotFoundResult() : await act(new(cohortId, id));
    }

    static ConflictObjectResult Which(IReadOnlyList<Person> sharing) => new(new
    {
        problems = new[] { "Several people share this address, and nothing was done. Name the one who is meant: {\"personId\": \"...\"}." },
        people = sharing.Select(person => new { person.PersonId, person.Name }),
    });

    static async Task<NamedPerson?> NamedAsync(HttpRequest request)
    {
        try
        {
            var named = await JsonSerializer.DeserializeAsync<NamedPerson>(
                request.Body, JsonSerializerOptions.Web, request.HttpContext.RequestAborted);
            return named is { PersonId.Length: > 0 } || named?.Email?.Contains('@', StringComparison.Ordinal) == true ? named : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record NamedPerson(string? Email, string? PersonId);
}
