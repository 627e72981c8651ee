using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Applying;
using Ilnp.Intake.Understanding;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Unknown;

/// <summary>An application that nobody can be written to for gets an address.</summary>
public sealed class AddressPages(UnknownVisits visits, UnknownReading reading, SetAddresses addresses)
{
    const string Route = "cohorts/{cohortId}/unknown/addresses/{applicationId}";
    const string Field = "email";

    /// <summary>Name of the act.</summary>
    public const string Address = "address";

    /// <summary>By the validator that the programme's own form uses.</summary>
    internal static readonly Form Asked = new("unknown-address", new AddressQuestion(Field));

    /// <summary>Changes nothing.</summary>
    [Function(nameof(ShowUnknownAddress))]
    public Task<IActionResult> ShowUnknownAddress(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId, string applicationId) =>
        ForAddressAsync(
            request,
            cohortId,
            applicationId,
            (reader, application, problem) => PageAsync(request, reader, application, problem, FormReading.Empty));

    [Function(nameof(TakeUnknownAddress))]
    public Task<IActionResult> TakeUnknownAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId, string applicationId,
        [DurableClient] DurableTaskClient client) =>
        ForAddressAsync(request, cohortId, applicationId, async (reader, application, problem) =>
        {
            var read = Asked.Read(await PostedForm.ReadAsync(request));
            if (!read.IsValid)
                return await PageAsync(request, reader, application, problem, read, StatusCodes.Status422UnprocessableEntity);
            var address = EmailAddress.Read(read.Of(Field)[0]).Value!;
            var list = UnknownPaths.Of(cohortId);
            return await visits.DoAsync(
                request, reader, (problem.ProblemId, Address, null), (list, list),
                _ => addresses.SetAsync(client, application, address, request.HttpContext.RequestAborted));
        });

    Task<IActionResult> ForAddressAsync(
        HttpRequest request, string cohortId, string applicationId,
        Func<CommitteeReader, Application, IntakeProblem, Task<IActionResult>> act) =>
        visits.ForLeadAsync(request, cohortId, async reader =>
            await reading.AddressAsync(cohortId, applicationId, request.HttpContext.RequestAborted) is var (application, problem)
                ? await act(reader, application, problem) : UnknownVisits.Gone(reader));

    async Task<IActionResult> PageAsync(
        HttpRequest request, CommitteeReader reader, Application application,
        IntakeProblem problem, FormReading read, int status = StatusCodes.Status200OK)
    {
        var done = await visits.DoneAsync(reader, problem.ProblemId, request.HttpContext.RequestAborted);
        return new HtmlPage(AddressPage.Create(new(reader, application, problem, read, done)), status);
    }
}

/// <summary>The page on which an application gets an address.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Application">As it came.</param>
/// <param name="Problem">What was wrong with its address.</param>
/// <param name="Reading">The form as filled.</param>
/// <param name="Done">How often something was done about it.</param>
public sealed record AddressModel(CommitteeReader Reader, Application Application, IntakeProblem Problem, FormReading Reading, int Done)
{
    public string Action { get; } = ActAddress.Pressed(UnknownPaths.OfAddress(Reader.Cohort.Id, Application.ApplicationId), "", Done);

    public FormView Form => new(AddressPages.Asked, Reading, Reader.Texts, new Dictionary<string, string>(), "unknown.address.set");
}
