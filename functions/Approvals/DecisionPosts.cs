using Ilnp.Forms;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace Ilnp.Approvals;

/// <summary>Takes what is posted on the page of a decision: an answer, or whom it is handed to.</summary>
public sealed class DecisionPosts(
    DecisionChecks checks, DecisionRecorder recorder, HandingPosts handings, CommitteeForms committee,
    FormCatalogue forms, DecisionPages pages, TimeProvider time)
{
    /// <summary>What is valid leads back to the page by GET, so that going back or reloading posts nothing again.</summary>
    internal async Task<IActionResult> TakeAsync(
        HttpRequest request, DecisionVisit visit, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, DurableTaskClient client)
    {
        var (decision, form) = (visit.Decision, forms.Get(visit.Decision.Request.Form));
        var stand = await checks.StandAsync(decision, request.HttpContext.RequestAborted);
        if (stand.OverKey is null && DecisionRules.IsOpen(decision, time.GetUtcNow()))
        {
            var wrong = posted.ContainsKey(HandingPosts.Hand) && committee.Has(form.Name)
                ? await HandAsync(request, visit, posted)
                : await AnswerAsync(request, visit, stand, form.Read(posted), client);
            if (wrong is not null) return wrong;
        }

        return new SeeOther($"{request.Path}{visit.Wish(request)}");
    }

    /// <summary>Null when it is handed on.</summary>
    async Task<IActionResult?> HandAsync(
        HttpRequest request, DecisionVisit visit, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        visit.Decision.Version == 0 && await handings.TakeAsync(visit.Read, posted, request.HttpContext.RequestAborted) is { } wrong
            ? await pages.OfAsync(request, visit, wrong)
            : null;

    /// <summary>Null when it is recorded.</summary>
    async Task<IActionResult?> AnswerAsync(
        HttpRequest request, DecisionVisit visit, DecisionStand stand, FormReading posted, DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var reading = await checks.CheckAsync(visit.Decision, posted, cancellation);
        if (!reading.IsValid) return await pages.WrongAsync(request, visit, reading, stand);
        var choice = forms.Get(visit.Decision.Request.Form).ChoiceOf(reading.Answers);
        await recorder.RecordAsync(visit.Read, reading.Answers, choice, client, cancellation);
        return null;
    }
}
