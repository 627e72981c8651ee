using Ilnp.Approvals;
using Ilnp.Introductions;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Prompts;

/// <summary>Writes the prompt of a month to somebody in a group.</summary>
public sealed class PromptLetters(CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, DecisionLinks links)
{
    /// <summary>Months that have topics of their own; later ones share a general prompt.</summary>
    public const int MonthsWithTopics = 4;

    public const string Step = "prompt";

    public static string Occurrence(int month) => $"month-{month}";

    /// <summary>Null when the reader is in no group.</summary>
    public async Task<Letter?> WriteAsync(Person reader, int month, CancellationToken cancellation = default)
    {
        if (reader.GroupId is not { } groupId) return null;
        var settings = await cohorts.GetAsync(reader.CohortId, cancellation);
        var group = await groups.GetAsync(reader.CohortId, groupId, cancellation);
        var partners = await Task.WhenAll(group.Members.Where(id => id != reader.PersonId).Select(id => people.GetAsync(reader.CohortId, id, cancellation)));
        var agreement = await decisions.FindAsync(reader.CohortId, AgreementForm.DecisionId(groupId), cancellation);
        return new(Step, Occurrence(month), month <= MonthsWithTopics ? $"prompt-{month}" : "prompt")
        {
            Liaison = settings.Liaison(group),
            Stream = MailStream.Optional,
            Thread = group.GroupId,
            Model = new Dictionary<string, object?>
            {
                ["month"] = month,
                ["months"] = settings.Dates.Months,
                ["partners"] = People.Names(partners, reader.MailLanguage),
                ["rhythm"] = agreement?.Choice is { } rhythm ? Words.Of(rhythm, reader.MailLanguage) : null,
                ["url"] = agreement is null ? await links.OpenAsync(AgreementForm.Question(settings, group), cancellation) : links.Address(agreement),
            },
        };
    }
}
