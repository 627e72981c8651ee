using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Texts;

namespace Ilnp.Assignments.Questions;

/// <summary>Shows the words that it is about; of words that were replaced since nobody is asked any more.</summary>
sealed class MayShowCheck(AssignmentCircles circles, TextShelf texts) : IDecisionCheck
{
    public string Form => MayShow.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        var circle = await circles.FindAsync(decision.CohortId, MayShow.GroupOf(decision), cancellation);
        if (circle?.Member(decision.SubjectId) is not { } reader || circle.Joint is null) return new() { OverKey = "joint.over.gone" };
        var work = circle.Joint.Work;
        if (decision.DecisionId != MayShow.DecisionId(work, reader.PersonId)) return new() { OverKey = "joint.over.newer" };
        return new()
        {
            NoteKeys = ["joint.words"],
            Facts = new Dictionary<string, string>
            {
                ["task"] = JointTasks.Title(work.Task, texts.In(reader.MailLanguage)),
                ["text"] = work.Text,
            },
        };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Decision>> OverAsync(
        IReadOnlyList<Decision> asked, CohortFacts facts, CancellationToken cancellation)
    {
        var people = facts.People.ToDictionary(person => person.PersonId);
        var standing = facts.Groups.Select(group => AssignmentRules.Of(group, people, facts.Decisions)?.Work).OfType<HandedIn>()
            .ToDictionary(work => work.GroupId);
        return Task.FromResult<IReadOnlyList<Decision>>([.. asked.Where(decision =>
            standing.GetValueOrDefault(MayShow.GroupOf(decision)) is not { } work
            || decision.DecisionId != MayShow.DecisionId(work, decision.SubjectId))]);
    }

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(new Dictionary<string, FormError>());
}
