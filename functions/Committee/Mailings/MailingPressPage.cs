using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Mailings;

/// <summary>The buttons on a mailing's page.</summary>
public sealed class MailingPressPage(CommitteePages committee, MailingPresses presses)
{
    /// <summary>Holds it or lets it go.</summary>
    [Function(nameof(PressMailing))]
    public Task<IActionResult> PressMailing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = MailingPages.Route + "/{name}")] HttpRequest request,
        string cohortId,
        string name) =>
        committee.OpenForLeadAsync(request, cohortId, MailingPages.Others, async reader =>
        {
            var path = $"{MailingPages.PathOf(cohortId)}/{name}";
            var posted = (await PostedForm.ReadAsync(request)).GetValueOrDefault(MailingPresses.Do);
            if (posted is not [MailingPresses.Hold or MailingPresses.LetGo] || Mailing.Of(reader.Cohort).All(one => one.Name != name))
                return new SeeOther(path);
            var press = new MailingPress(
                name, ActAddress.AboutOf(request), posted[0], ActAddress.PressOf(request), ActAddress.SeenIn(request, "mailing"));
            var end = await presses.DoAsync(reader, press, request.HttpContext.RequestAborted);
            return end.IsDone
                ? new SeeOther(ActAddress.AfterIt(path, posted[0]))
                : WhoWasFirst.Page(reader, end, ("mailing.changed.title", "mailing.changed.text"), (path, "mailing.changed.look"));
        });
}
