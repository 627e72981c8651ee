using Ilnp.Approvals;
using Ilnp.Assignments.Questions;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Assignments;

/// <summary>A small task for the group, from its month on: what it could do, the way to hand it in, and how that stands then.</summary>
sealed class OwnAssignment(AssignmentCircles circles, DecisionLinks links) : IOwnCard
{
    const string Write = "write", Change = "change", Consent = "consent";

    public string Name => HandIn.Name;

    public int Order => 33;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (await CircleAsync(owner, cancellation) is not { } circle) return null;
        var actions = Actions(owner, circle);
        return circle.Joint is { } joint ? Handed(owner, circle, joint, actions)
            : actions.Count > 0 ? Offer(owner, circle.Group, actions)
            : null;
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation)
    {
        if (await CircleAsync(owner, cancellation) is not { } circle || !Actions(owner, circle).Contains(action)) return null;
        var question = action == Consent ? circle.AskingToShow(owner.Person, circle.Joint!.Work) : circle.HandInBy(owner.Person);
        return await links.OpenAsync(question, cancellation);
    }

    /// <summary>Null where there is nothing to do or to see.</summary>
    async Task<AssignmentCircle?> CircleAsync(Owner owner, CancellationToken cancellation) =>
        owner is { Group: { } group, Partners.Count: > 0 } && AssignmentRules.AreTogether(group)
        && AssignmentRules.HasBegun(owner.Cohort, owner.Now)
            ? await circles.OfAsync(owner.Cohort, group, cancellation)
            : null;

    /// <summary>What is asked comes first.</summary>
    static IReadOnlyList<string> Actions(Owner owner, AssignmentCircle circle)
    {
        string[] write = !AssignmentRules.IsOpen(owner.Cohort, owner.Now) ? [] : circle.Joint is null ? [Write] : [Change];
        if (circle.Joint is not { } joint || owner.Now.UtcDateTime >= MayShow.Closes(owner.Cohort)) return write;
        return AssignmentRules.SaidBy(owner.Person.PersonId, joint.Work, circle.Decisions) is null
            ? [Consent, .. write]
            : [.. write, Consent];
    }

    static OwnCard Offer(Owner owner, Group group, IReadOnlyList<string> actions)
    {
        var task = JointTasks.For(group);
        return new(HandIn.Name)
        {
            Facts = Facts(owner, task, ("about", JointTasks.About(task, owner.Words))),
            Paragraphs = ["own.assignment.offer", "own.assignment.task", "own.assignment.others"],
            Parts =
            [
                new(null, [.. JointTasks.All.Where(other => other != task)
                    .Select(other => new OwnLine(JointTasks.TitleKey(other), JointTasks.About(other, owner.Words)))]),
            ],
            Actions = actions,
        };
    }

    static OwnCard Handed(Owner owner, AssignmentCircle circle, JointWork joint, IReadOnlyList<string> actions) => new(HandIn.Name)
    {
        Facts = Facts(owner, joint.Work.Task, ("author", circle.AuthorName)),
        Paragraphs = [Whose(owner, circle, joint.Work), StateKey(joint.Showable)],
        Parts = [new(null, new OwnLine("own.assignment.text", joint.Work.Text))],
        Actions = actions,
    };

    static string Whose(Owner owner, AssignmentCircle circle, HandedIn work) =>
        work.AuthorId == owner.Person.PersonId ? "own.assignment.mine"
        : circle.AuthorName.Length > 0 ? "own.assignment.theirs" : "own.assignment.somebodys";

    static string StateKey(Showable showable) => showable switch
    {
        Showable.Named => "own.assignment.named",
        Showable.Unnamed => "own.assignment.unnamed",
        Showable.Open => "own.assignment.open",
        _ => "own.assignment.not",
    };

    static Dictionary<string, string> Facts(Owner owner, string task, (string Name, string Value) more) => new()
    {
        ["partners"] = owner.PartnerNames,
        ["task"] = JointTasks.Title(task, owner.Words),
        ["until"] = DateText.LastDay(new(new ProgrammeCalendar(owner.Cohort).FinalSurveyCloses, TimeSpan.Zero), owner.Cohort, owner.Person),
        [more.Name] = more.Value,
    };
}
