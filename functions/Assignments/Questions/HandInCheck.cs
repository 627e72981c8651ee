using Ilnp.Approvals;
using Ilnp.Forms;

namespace Ilnp.Assignments.Questions;

/// <summary>Whoever is in the group can hand in. What another of them wrote stands in the form, to be put right.</summary>
sealed class HandInCheck(AssignmentCircles circles) : IDecisionCheck
{
    public string Form => HandIn.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        var circle = await circles.FindAsync(decision.CohortId, HandIn.GroupOf(decision)!, cancellation);
        if (circle?.Member(decision.SubjectId) is not { } reader || !AssignmentRules.AreTogether(circle.Group))
            return new() { OverKey = "joint.over.gone" };
        var partners = Programme.People.Names(circle.Others(reader.PersonId), reader.MailLanguage);
        var stand = new DecisionStand { Facts = new Dictionary<string, string> { ["partners"] = partners } };
        return circle.Joint?.Work is { } work && work.AuthorId != reader.PersonId
            ? stand with { NoteKeys = ["joint.note"], Filled = FilledWith(work) }
            : stand;
    }

    /// <summary>Nobody's hand-in is read again for a list: until its last day it is open to whoever is in a group.</summary>
    public Task<IReadOnlyList<Decision>> OverAsync(
        IReadOnlyList<Decision> asked, CohortFacts facts, CancellationToken cancellation)
    {
        var together = facts.Groups.Where(AssignmentRules.AreTogether).ToDictionary(group => group.GroupId);
        return Task.FromResult<IReadOnlyList<Decision>>([.. asked.Where(decision =>
            together.GetValueOrDefault(HandIn.GroupOf(decision)!)?.Members.Contains(decision.SubjectId) != true)]);
    }

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(new Dictionary<string, FormError>());

    /// <summary>Consent is everybody's own, and never chosen beforehand.</summary>
    static Dictionary<string, IReadOnlyList<string>> FilledWith(HandedIn work)
    {
        var filled = new Dictionary<string, IReadOnlyList<string>> { [HandIn.Task] = [work.Task], [HandIn.Text] = [work.Text] };
        if (work.Language is { } language) filled[HandIn.Language] = [language];
        return filled;
    }
}
