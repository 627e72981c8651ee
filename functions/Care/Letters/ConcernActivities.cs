using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Letters;

/// <summary>Letters to a group's members about a concern. None of them says who raised it to the one it is about.</summary>
public sealed class ConcernActivities(Circles circles, Approvals.Questions questions, Correspondence correspondence)
{
    /// <summary>Asks a silent member whether they are there.</summary>
    [Function(nameof(SendNudge))]
    public async Task SendNudge([ActivityTrigger] ConcernLetter about)
    {
        if (await circles.FindAsync(about.CohortId, about.GroupId) is not { } circle
            || circle.Member(about.Concern.AboutId) is not { } silent) return;
        var question = new DecisionRequest
        {
            CohortId = about.CohortId,
            DecisionId = Nudge.DecisionId(about.GroupId, about.Concern.Number, silent.PersonId),
            Form = Nudge.Form,
            SubjectId = silent.PersonId,
            ClosesAt = about.Closes,
            InstanceId = about.InstanceId,
            EventName = Nudge.Answered,
            Receipt = false,
            Facts = new Dictionary<string, string> { ["liaison"] = circle.Liaison.Name },
            Worded = new Dictionary<string, WordedFact> { ["partners"] = WordedFact.Names(circle.Others(silent)) },
        };
        await questions.AskAsync(question, silent, Letter(circle, about, "nudge", new() { ["partners"] = Described(circle, silent) }));
    }

    /// <summary>Tells whoever raised a concern that it was heard and what happens now.</summary>
    [Function(nameof(Reassure))]
    public async Task Reassure([ActivityTrigger] ConcernLetter about)
    {
        if (await circles.FindAsync(about.CohortId, about.GroupId) is not { } circle
            || circle.Member(about.Concern.FromId) is not { } reader) return;
        await WriteAsync(circle, reader, about, Template(about.Concern.Kind), new()
        {
            ["about"] = circle.Member(about.Concern.AboutId)?.Name,
            ["leads"] = Locale.Of(reader.MailLanguage).Names(circle.Leads.Select(lead => lead.Name)),
            ["next_date"] = DateText.Day(new DateTimeOffset(about.Concern.Due, TimeSpan.Zero), circle.Settings, reader.MailLanguage),
        });
    }

    static string Template(ConcernKind kind) => kind switch
    {
        ConcernKind.Silence => "heard-silence",
        ConcernKind.Mismatch => "heard-mismatch",
        ConcernKind.Trouble => "heard-trouble",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody raises such a concern alone."),
    };

    /// <summary>Brings two who wait for each other together, by one mail to both.</summary>
    [Function(nameof(Reconnect))]
    public async Task Reconnect([ActivityTrigger] ConcernLetter about)
    {
        if (await circles.FindAsync(about.CohortId, about.GroupId) is not { } circle) return;
        List<Person> both =
            [.. circle.Members.Where(member => member.PersonId == about.Concern.AboutId || member.PersonId == about.Concern.FromId)];
        if (both.Count == 2)
            await correspondence.WriteAsync(
                circle.Group, both, Letter(circle, about, "reconnect", new() { ["partners"] = both.Select(Addressed).ToList() }));
    }

    /// <summary>Tells whoever waits that the other goes on.</summary>
    [Function(nameof(TellStillHere))]
    public async Task TellStillHere([ActivityTrigger] ConcernLetter about)
    {
        if (await circles.FindAsync(about.CohortId, about.GroupId) is not { } circle) return;
        if (circle.Member(about.Concern.FromId) is not { } reader || circle.Member(about.Concern.AboutId) is not { } partner) return;
        await WriteAsync(circle, reader, about, "still-here", new()
        {
            ["partner"] = partner.Name,
            ["partner_email"] = partner.Email,
        });
    }

    /// <summary>
    /// Tells whoever waits that the other has answered, and that the liaison looks after how they go on; what was said stays unsaid.
    /// </summary>
    [Function(nameof(TellAnswered))]
    public async Task TellAnswered([ActivityTrigger] ConcernLetter about)
    {
        if (await circles.FindAsync(about.CohortId, about.GroupId) is not { } circle) return;
        if (circle.Member(about.Concern.FromId) is not { } reader || circle.Member(about.Concern.AboutId) is not { } partner) return;
        await WriteAsync(circle, reader, about, "partner-answered", new() { ["partner"] = partner.Name });
    }

    Task WriteAsync(Circle circle, Person reader, ConcernLetter about, string template, Dictionary<string, object?> model) =>
        correspondence.WriteAsync(reader, Letter(circle, about, template, model));

    /// <summary>Answers about conduct go to a lead, not to the liaison.</summary>
    static Letter Letter(Circle circle, ConcernLetter about, string template, Dictionary<string, object?> model) =>
        new("care", $"{about.GroupId}-{about.Concern.Number}-{template}", template)
        {
            Liaison = about.Concern.Kind == ConcernKind.Trouble ? circle.Leads[0] : circle.Liaison,
            Thread = about.Concern.Kind == ConcernKind.Trouble ? null : about.GroupId,
            Model = model,
        };

    static List<Dictionary<string, object?>> Described(Circle circle, Person reader) =>
        [.. circle.Others(reader).Select(Addressed)];

    static Dictionary<string, object?> Addressed(Person person) => new() { ["name"] = person.Name, ["email"] = person.Email };
}
