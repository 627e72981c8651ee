using Ilnp.Continuing;
using Ilnp.Continuing.Questions;
using Ilnp.Forms;

namespace Ilnp.Committee.Groups.Actions;

/// <summary>
/// All members are asked whether they would like to go on after the programme's end. The committee cannot extend a group by itself: the
/// consent is theirs.
/// </summary>
public sealed class AskLonger() : GroupAction(Asked)
{
    public static readonly Form Asked = Asks(Longer.Name);

    /// <summary>Once, while members could wish it themselves, and as long as nobody has said anything.</summary>
    public override bool IsPossible(GroupFile file) =>
        LongerDates.Of(file.Reader.Cohort) is { } dates && dates.AreOpen(file.Now.UtcDateTime)
        && LongerRules.IsTogether(file.Group, [.. file.Members]) && LongerStory.Of(file).Count == 0;

    /// <summary>The same as long as the same people are in the group.</summary>
    public override string About(GroupFile file) => string.Join('.', file.Group.Members);

    public override async Task<bool> ActAsync(GroupFile file, FormReading reading, GroupCall call)
    {
        if (About(file) != call.About || !(call.Begun.IsAgain || IsPossible(file))) return false;
        await call.Client.StartLongerAsync(file.Group.CohortId, file.Group.GroupId);
        return true;
    }
}
