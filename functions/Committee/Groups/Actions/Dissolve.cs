using System.Text;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Forms;
using Ilnp.Orchestration;
using Ilnp.Programme;

namespace Ilnp.Committee.Groups.Actions;

/// <summary>The group does not go on: its orchestration hears it and parts it as after any other word.</summary>
public sealed class Dissolve(OnBehalf answers) : GroupAction(Asked)
{
    public static readonly Form Asked = Dissolving.Form;

    public override bool IsPossible(GroupFile file) => file.IsRunning && !Words(file).Any();

    /// <summary>The same as long as the same people are in the same group, and nobody has dissolved it.</summary>
    public override string About(GroupFile file) =>
        StableIds.Of(Encoding.UTF8.GetBytes($"{file.Group.Status} {file.Group.LiaisonId} {string.Join(' ', file.Group.Members)}"))[..10];

    public override async Task<bool> ActAsync(GroupFile file, FormReading reading, GroupCall call)
    {
        var question = Dissolving.Question(file.Reader.Cohort, file.Group, file.Reader.Member.Id);
        if (call.Begun.IsAgain && Words(file).Any(word => word.DecisionId == question.DecisionId)) return true;
        if (!IsPossible(file) || About(file) != call.About || !await IsHeardAsync(question, call)) return false;
        await answers.AnswerAsync(question, reading.Answers, reading.Of(Asked.Decides!)[0], call.Client, call.Cancellation);
        return true;
    }

    /// <summary>A word that no orchestration hears would only look as if it were done.</summary>
    static async Task<bool> IsHeardAsync(DecisionRequest question, GroupCall call) =>
        await call.Client.FindAsync(question.InstanceId!, cancellation: call.Cancellation) is { IsCompleted: false };

    /// <summary>Words of before, which the group's orchestration has not heard yet.</summary>
    static IEnumerable<Decision> Words(GroupFile file) =>
        file.Decisions.Where(decision => decision.Version > 0 && Dissolving.Is(decision.DecisionId, file.Group.GroupId));
}
