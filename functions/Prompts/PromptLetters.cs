using Ilnp.Approvals;
using Ilnp.Introductions;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Surveys;

namespace Ilnp.Prompts;

/// <summary>Writes the prompts of a month to somebody in a group.</summary>
public sealed class PromptLetters(
    CohortStore cohorts, PeopleStore people, GroupStore groups, PromptChoices choices, PromptWords words,
    DecisionStore decisions, DecisionLinks links)
{
    public const string Step = "prompt";

    public static string Occurrence(int month) => $"month-{month}";

    /// <summary>To be sent: the group's prompts are chosen where nobody has chosen them yet. Null when the reader is in no group.</summary>
    public async Task<Letter?> WriteAsync(Person reader, int month, CancellationToken cancellation = default)
    {
        if (await CircleAsync(reader, cancellation) is not { } circle) return null;
        var chosen = await choices.ChooseAsync(circle.Settings, circle.Group, circle.Members, month, cancellation);
        return await LetterAsync(circle, chosen, month, cancellation);
    }

    /// <summary>To be read again; chooses nothing. Null when the reader is in no group, or had none of that month.</summary>
    public async Task<Letter?> FindAsync(Person reader, int month, CancellationToken cancellation = default) =>
        await CircleAsync(reader, cancellation) is { } circle
        && await choices.FindAsync(circle.Group, reader.PersonId, month, cancellation) is { } chosen
            ? await LetterAsync(circle, chosen, month, cancellation) : null;

    async Task<Circle?> CircleAsync(Person reader, CancellationToken cancellation)
    {
        if (reader.GroupId is not { } groupId) return null;
        var settings = await cohorts.GetAsync(reader.CohortId, cancellation);
        var group = await groups.GetAsync(reader.CohortId, groupId, cancellation);
        var partners = group.Members.Where(id => id != reader.PersonId).Select(id => people.GetAsync(reader.CohortId, id, cancellation));
        var asked = decisions.FindAsync(reader.CohortId, MidSurveyForm.Form.DecisionId(reader.PersonId), cancellation);
        return new(settings, reader, group, await Task.WhenAll(partners)) { Surveyed = await asked is not null };
    }

    /// <param name="circle">With the group of today, its liaison and what it agreed.</param>
    /// <param name="chosen">The group whose prompts they are, the same in most cases.</param>
    /// <param name="month">From 1.</param>
    /// <param name="cancellation">The caller's.</param>
    async Task<Letter> LetterAsync(Circle circle, Group chosen, int month, CancellationToken cancellation)
    {
        var (settings, group) = (circle.Settings, circle.Group);
        if (month > settings.Dates.Months) return await FurtherAsync(circle, chosen, month, cancellation);
        var agreement = await decisions.FindAsync(group.CohortId, AgreementForm.DecisionId(group.GroupId), cancellation);
        return new(Step, Occurrence(month), "prompt")
        {
            Liaison = settings.Liaison(group),
            Stream = MailStream.Optional,
            Thread = group.GroupId,
            Model = new Dictionary<string, object?>(await words.OfAsync(circle, chosen, month, cancellation))
            {
                ["partners"] = People.Names(circle.Partners, circle.Language),
                ["rhythm"] = agreement?.Choice is { } rhythm ? Words.Of(rhythm, circle.Language) : null,
                ["url"] = agreement is null
                    ? await links.OpenAsync(AgreementForm.Question(settings, group), cancellation)
                    : links.Address(agreement),
            },
        };
    }

    /// <summary>Of a month that the group has added to the programme.</summary>
    async Task<Letter> FurtherAsync(Circle circle, Group chosen, int month, CancellationToken cancellation) => new(
        Step, Occurrence(month), "prompt-further")
    {
        Liaison = circle.Settings.Liaison(circle.Group),
        Stream = MailStream.Optional,
        Thread = circle.Group.GroupId,
        Model = new Dictionary<string, object?>(await words.OfAsync(circle, chosen, month, cancellation))
        {
            ["partners"] = People.Names(circle.Partners, circle.Language),
            ["until_date"] = circle.Group.GoesOn is { } longer ? DateText.Day(longer.Until, circle.Settings, circle.Language) : null,
        },
    };
}
