using Ilnp.Committee.Unknown;
using Ilnp.Pages;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.FormQuestions;

/// <summary>What a form of another service asks, to be copied: the questions of the app's own form, which are read as they stand.</summary>
public sealed class FormNotesPages(UnknownVisits visits, TextShelf shelf)
{
    /// <summary>The language in which the form will ask.</summary>
    public const string Language = "in";

    [Function(nameof(ShowFormNotes))]
    public Task<IActionResult> ShowFormNotes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/form-notes")] HttpRequest request,
        string cohortId) =>
        visits.ForLeadOrTechnicalAsync(request, cohortId, reader =>
        {
            var offered = reader.Cohort.Languages;
            var language = offered.FirstOrDefault(code => code == request.Query[Language].ToString()) ?? offered[0];
            return Task.FromResult<IActionResult>(new HtmlPage(
                FormNotesPage.Create(new(reader, language, FormNote.Of(reader.Cohort, shelf.In(language))))));
        });
}

/// <summary>The page that says what to ask.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Language">Of the questions.</param>
/// <param name="Notes">In the order of asking.</param>
public sealed record FormNotesModel(CommitteeReader Reader, string Language, IReadOnlyList<FormNote> Notes)
{
    /// <summary>Address of the same in another language.</summary>
    public string In(string language) => $"{QuestionPaths.OfNotes(Reader.Cohort.Id)}?{FormNotesPages.Language}={language}";
}
