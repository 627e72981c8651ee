using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.SecondPartners.Questions;

/// <summary>Whether an answer still counts: not when somebody is gone, or another of the group would rather stay as they are.</summary>
sealed class SecondCheck(SecondCircles circles) : IDecisionCheck
{
    public string Form => Second.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        var circle = await circles.GetAsync(decision.CohortId, Second.GroupOf(decision.DecisionId), cancellation);
        if (circle.Members.FirstOrDefault(member => member.PersonId == decision.SubjectId) is not { } reader || !circle.IsSound)
            return new() { OverKey = "second.over.changed" };
        var others = circle.Others(reader);
        if (others.Any(other => circle.SaidBy(other) == Second.Stay)) return new() { OverKey = "second.over.stay" };
        var asking = others.Where(other => circle.SaidBy(other) == Second.Wish).ToList();
        return asking.Count == 0 || decision.Version > 0 ? DecisionStand.Open : new()
        {
            NoteKeys = ["second.note"],
            Facts = new Dictionary<string, string> { ["asking"] = People.Names(asking, reader.MailLanguage) },
        };
    }

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(new Dictionary<string, FormError>());
}

/// <summary>Nobody can end what has ended.</summary>
sealed class StopSecondCheck(SecondPairStore pairs) : IDecisionCheck
{
    public string Form => StopSecond.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        var pair = await pairs.FindAsync(decision.CohortId, StopSecond.PairOf(decision.DecisionId), cancellation);
        return pair is { Status: SecondPairStatus.Active } && pair.Members.Contains(decision.SubjectId)
            ? DecisionStand.Open
            : new() { OverKey = "stop-second.over" };
    }

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(new Dictionary<string, FormError>());
}
