using Ilnp.Approvals;
using Ilnp.Introductions;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Prompts;

/// <summary>Monthly mails with topics to talk about: guidance, not duty.</summary>
public sealed class PromptActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, Correspondence correspondence)
{
    /// <summary>Months that have topics of their own; later ones share a general prompt.</summary>
    const int MonthsWithTopics = 4;

    [Function(nameof(ListActive))]
    public async Task<IReadOnlyList<string>> ListActive([ActivityTrigger] string cohortId) =>
        [.. (await people.ListAsync(cohortId, [Standing.Active])).Select(person => person.PersonId)];

    /// <summary>One prompt; whoever left their group meanwhile gets none.</summary>
    [Function(nameof(SendPrompt))]
    public async Task SendPrompt([ActivityTrigger] Prompt prompt)
    {
        var settings = await cohorts.GetAsync(prompt.CohortId);
        var reader = await people.GetAsync(prompt.CohortId, prompt.PersonId);
        if (reader is not { Standing: Standing.Active, GroupId: { } groupId }) return;
        var group = await groups.GetAsync(prompt.CohortId, groupId);
        var partners = await Task.WhenAll(group.Members.Where(id => id != reader.PersonId).Select(id => people.GetAsync(prompt.CohortId, id)));
        var agreement = await decisions.FindAsync(prompt.CohortId, AgreementForm.DecisionId(groupId, reader.PersonId));
        await correspondence.WriteAsync(reader, new("prompt", $"month-{prompt.Month}", Template(prompt.Month))
        {
            Liaison = settings.Liaison(group),
            Stream = MailStream.Optional,
            Model = new Dictionary<string, object?>
            {
                ["month"] = prompt.Month,
                ["months"] = settings.Dates.Months,
                ["partners"] = People.Names(partners, reader.MailLanguage),
                ["rhythm"] = agreement?.Choice is { } rhythm ? Words.Of(rhythm, reader.MailLanguage) : null,
            },
        });
    }

    static string Template(int month) => month <= MonthsWithTopics ? $"prompt-{month}" : "prompt";
}
