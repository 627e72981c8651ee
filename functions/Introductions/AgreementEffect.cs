using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.DurableTask.Client;

namespace Ilnp.Introductions;

/// <summary>One partner has said how they keep in touch: all of them read it, and where to change it.</summary>
sealed class AgreementEffect(
    CohortStore cohorts, GroupStore groups, PeopleStore people, DecisionLinks links, TextShelf texts, Correspondence correspondence)
    : IDecisionEffect
{
    public string Form => AgreementForm.Form.Name;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await groups.FindAsync(decision.CohortId, decision.SubjectId, cancellation) is not { Status: GroupStatus.Active } group) return;
        var settings = await cohorts.GetAsync(group.CohortId, cancellation);
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(group.CohortId, member, cancellation)));
        var view = new FormView(
            AgreementForm.Form, FormReading.Filled(decision.Answers!),
            texts.In(settings.SharedLanguage(members)), decision.Request.Facts, "decision.submit");
        await correspondence.WriteAsync(group, members, new("agreement", $"{group.GroupId}-{decision.Version}", "agreed")
        {
            Liaison = settings.Liaison(group),
            Thread = group.GroupId,
            Model = new Dictionary<string, object?>
            {
                ["answers"] = view.Lines(),
                ["url"] = await links.OpenAsync(decision.Request, cancellation),
            },
        }, cancellation);
    }
}
