using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Members;

/// <summary>How introductions reach a liaison: a copy of each, or once a week in their letter. They choose it themselves.</summary>
public sealed class IntroductionsPages(CommitteePages committee, CommitteeFiles files, MemberPresses presses)
{
    internal const string How = "how", Weekly = "weekly", Each = "each";

    [Function(nameof(ChooseIntroductions))]
    public Task<IActionResult> ChooseIntroductions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cohorts/{cohortId}/committee/{memberId}/introductions")]
        HttpRequest request, string cohortId, string memberId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var file = await files.ReadAsync(reader, request.HttpContext.RequestAborted);
            if (!file.MayChooseIntroductionsOf(memberId))
                return new HtmlPage(
                    Notice.Create(new(reader.Texts, "group.not-yours.title", "committee.introductions.not-yours")
                    {
                        Onward = (file.Path, "committee.title"),
                    }),
                    StatusCodes.Status403Forbidden);
            var posted = await PostedForm.ReadAsync(request);
            return new SeeOther(await ChooseAsync(request, file, file.Cohort.Member(memberId)!, posted));
        });

    /// <summary>Gives where to go on: the list says what was done, or how it is where that was changed meanwhile.</summary>
    async Task<string> ChooseAsync(
        HttpRequest request, CommitteeFile file, CommitteeMember member, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        var act = MemberPresses.Before(request, file);
        if (act is null)
        {
            if (posted.GetValueOrDefault(How) is not [Weekly or Each] || ActAddress.AboutOf(request) != file.Version) return file.Path;
            var change = new MemberChange(member.Id, member, member with { IntroductionsWeekly = posted[How][0] == Weekly });
            if (change.IsIn(file.Cohort)) return file.Path;
            act = presses.Act(request, file, change, posted);
        }

        return await presses.DoAsync(request, file, act) ? ActAddress.AfterIt(file.Path, act.Press!) : file.Path;
    }
}
