using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Intake.Applying;

/// <summary>Who fills the form in, as far as it is known: by the link of an unfinished application, or by the own page.</summary>
public sealed class Applicants(OwnSessions sessions, ApplicationStore applications, UnfinishedLinks unfinished)
{
    /// <summary>Answers that the form begins with; null for none.</summary>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>?> KnownAsync(
        HttpRequest request, CohortSettings cohort, PageTexts words) =>
        request.Query[UnfinishedLinks.Name] is [{ Length: > 0 } token]
            ? unfinished.Open(cohort.Id, token)
            : await OfOwnPageAsync(request, cohort, words);

    /// <summary>What somebody whose own page is open here has answered before; null for others.</summary>
    async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>?> OfOwnPageAsync(
        HttpRequest request, CohortSettings cohort, PageTexts words) =>
        await sessions.FindAsync(request) is { } owner && owner.Cohort.Id == cohort.Id && owner.Person.ApplicationId is { } id
        && await applications.FindAsync(cohort.Id, id, request.HttpContext.RequestAborted) is { Answers: not null } application
            ? KnownAnswers.Of(application, owner.Person, cohort, words.Language)
            : null;

    /// <summary>Id of the person whose own page is open; null for nobody of this cohort.</summary>
    internal async Task<string?> OwnerIdAsync(HttpRequest request, string cohortId) =>
        await sessions.WhoseAsync(request) is var (cohort, person) && cohort == cohortId ? person : null;
}
