using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Letters;

/// <summary>
/// Letters to whoever decides about a concern: the liaison and whoever stands in, for conduct the leads, and the leads when neither does.
/// </summary>
public sealed class DeciderActivities(
    Circles circles, DecisionStore decisions, Approvals.Questions questions, TextShelf texts, Correspondence correspondence)
{
    /// <summary>A liaison who has let so many letters pass is helped by the leads.</summary>
    const int LettersBeforeTheLeads = 2;

    /// <summary>Tells what is wrong, in the reporter's own words where there are some, and asks what to do.</summary>
    [Function(nameof(AskToDecide))]
    public async Task AskToDecide([ActivityTrigger] ConcernLetter about)
    {
        if (await circles.FindAsync(about.CohortId, about.GroupId) is not { } circle
            || circle.Member(about.Concern.AboutId) is not { } concerned) return;
        var word = about.Concern.WordId is { } id ? await decisions.FindAsync(about.CohortId, id) : null;
        foreach (var decider in Deciders(circle, about.Concern)) await AskAsync(circle, concerned, word, decider, about);
    }

    static IReadOnlyList<CommitteeMember> Deciders(Circle circle, Concern concern) => concern switch
    {
        { Kind: ConcernKind.Trouble } => circle.Leads,
        { Letter: >= LettersBeforeTheLeads } => [.. circle.LookingAfter.UnionBy(circle.Leads, member => member.Id)],
        _ => circle.LookingAfter,
    };

    async Task AskAsync(Circle circle, Person concerned, Decision? word, CommitteeMember decider, ConcernLetter about)
    {
        var (concern, form) = (about.Concern, ConcernQuestion.FormOf(about.Concern.Kind));
        var question = new DecisionRequest
        {
            CohortId = about.CohortId,
            DecisionId = ConcernQuestion.DecisionId(about.GroupId, concern, decider.Id),
            Form = form,
            SubjectId = decider.Id,
            ClosesAt = about.Closes,
            InstanceId = about.InstanceId,
            EventName = ConcernQuestion.Decided,
            Facts = new Dictionary<string, string>
            {
                ["group"] = about.GroupId,
                ["members"] = People.Names(circle.Members, decider.Language),
                ["about"] = concerned.Name,
                ["others"] = circle.PartnersOf(concerned, decider.Language),
            },
        };
        await questions.AskAsync(question, decider, new("care", $"{about.GroupId}-{concern.Number}-{form}-{concern.Letter}", form)
        {
            Model = new Dictionary<string, object?>
            {
                ["group"] = about.GroupId,
                ["members"] = circle.Members.Select(member => member.Described(decider.Language)).ToList(),
                ["about"] = concerned.Name,
                ["others"] = circle.PartnersOf(concerned, decider.Language),
                ["words"] = word?.Answer("note"),
                ["helps"] = Helps(word, texts.In(decider.Language)),
                ["since"] = DateText.Day(new DateTimeOffset(concern.RaisedAt, TimeSpan.Zero), circle.Settings, decider.Language),
                ["liaison_name"] = circle.Liaison.Name,
                ["is_liaison"] = decider.Id == circle.Liaison.Id,
                ["stands_in"] = circle.LookingAfter.Any(member => member.Id == decider.Id),
                ["again"] = concern.Letter > 0,
            },
        });
    }

    /// <summary>What would help, for a sentence; null where nothing was chosen.</summary>
    static string? Helps(Decision? word, PageTexts texts) => PartnerWishes.HelpsOf(word) is { Count: > 0 } helps
        ? texts.Locale.List([.. helps.Select(help => texts[$"{Pulse.Form}.{Pulse.Help}.{help}"])])
        : null;

    /// <summary>Which letter says that a concern is over.</summary>
    internal static string Resolved(string groupId, int concern) =>
        string.Create(CultureInfo.InvariantCulture, $"{groupId}-{concern}-resolved");

    /// <summary>There is nothing to decide any more.</summary>
    [Function(nameof(TellResolved))]
    public async Task TellResolved([ActivityTrigger] ConcernLetter about)
    {
        if (await circles.FindAsync(about.CohortId, about.GroupId) is not { } circle) return;
        foreach (var decider in Deciders(circle, about.Concern))
            await correspondence.WriteAsync(
                about.CohortId, decider, new("care", Resolved(about.GroupId, about.Concern.Number), "liaison-resolved")
                {
                    Model = new Dictionary<string, object?>
                    {
                        ["group"] = about.GroupId,
                        ["members"] = People.Names(circle.Members, decider.Language),
                    },
                });
    }
}
