using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Continuing.Questions;

/// <summary>Whether an answer still counts: not after all have agreed, when one of them rather ends, or when somebody is gone.</summary>
sealed class LongerCheck(LongerCircles circles) : IDecisionCheck
{
    public string Form => Longer.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        var circle = await circles.GetAsync(decision.CohortId, Longer.GroupOf(decision.DecisionId), cancellation);
        if (circle.Members.FirstOrDefault(member => member.PersonId == decision.SubjectId) is not { } reader)
            return Over("longer.over.gone");
        if (circle.Group.GoesOn is { } longer)
            return Over(LongerWords.StandOf(longer)) with { Facts = LongerWords.Facts(longer, circle.Settings, reader) };
        if (circle.Consent == Consent.Off) return Over("longer.over.gone");
        if (circle.Others(reader).Any(other => circle.SaidBy(other) == Longer.No)) return Over("longer.over.no");
        var asking = circle.Willing.Where(member => member.PersonId != reader.PersonId).ToList();
        return asking.Count == 0 || decision.Version > 0 ? DecisionStand.Open : new()
        {
            NoteKeys = ["longer.note"],
            Facts = new Dictionary<string, string> { ["asking"] = People.Names(asking, reader.MailLanguage) },
        };
    }

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(new Dictionary<string, FormError>());

    static DecisionStand Over(string key) => new() { OverKey = key };
}

/// <summary>Nobody can end what has ended.</summary>
sealed class StopLongerCheck(GroupStore groups) : IDecisionCheck
{
    public string Form => StopLonger.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        var group = await groups.FindAsync(decision.CohortId, StopLonger.GroupOf(decision.DecisionId), cancellation);
        return group?.GoesOn is { EndedAt: null } && group.Status != GroupStatus.Dissolved && group.Members.Contains(decision.SubjectId)
            ? DecisionStand.Open
            : new() { OverKey = "stop-longer.over" };
    }

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(new Dictionary<string, FormError>());
}
