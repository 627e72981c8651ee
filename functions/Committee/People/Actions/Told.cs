using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Committee.People.Actions;

/// <summary>What a person told the committee is answered for them, by the question that they could have answered themselves.</summary>
public abstract class Told(Form form, OnBehalf answers) : PersonAction(form)
{
    public override bool IsPossible(PersonFile file) => Question(file) is not null;

    public override async Task<bool> ActAsync(PersonFile file, FormReading reading, PersonCall call)
    {
        var choice = Choice(reading);
        if ((AnsweredSince(file, choice, call.BegunAt) ?? Question(file)) is not { } question) return false;
        var said = new Dictionary<string, IReadOnlyList<string>> { ["choice"] = [choice] };
        if (choice == Pulse.Leave) said["sure"] = ["yes"];
        await answers.AnswerAsync(question, said, choice, call.Client, call.Cancellation);
        return true;
    }

    /// <summary>
    /// What ended half-way is said once more, which makes what follows from it whole: by then the
    /// person may stand where nothing is to be said.
    /// </summary>
    static DecisionRequest? AnsweredSince(PersonFile file, string choice, DateTimeOffset? begunAt) => begunAt is not { } begun ? null
        : file.Decisions.FirstOrDefault(decision =>
            decision.SubjectId == file.Person.PersonId && decision.Choice == choice && decision.AnsweredAt >= begun)?.Request;

    /// <summary>Null when there is nothing to be said.</summary>
    protected abstract DecisionRequest? Question(PersonFile file);

    protected abstract string Choice(FormReading reading);
}

/// <summary>Takes the application back.</summary>
public sealed class Withdraw(OnBehalf answers) : Told(Asked, answers)
{
    public static readonly Form Asked = Asks("withdraw");

    public override bool IsForMany => true;

    public override IReadOnlyList<CausedMail> Mails(PersonFile file) => [new("application-withdrawn")];

    protected override DecisionRequest? Question(PersonFile file) => Withdrawal.IsPossible(file.Person) && !file.Owner.HasEnded
        ? Withdrawal.Question(
            file.Reader.Cohort,
            file.Person.PersonId,
            file.Owner.Now.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture))
        : null;

    protected override string Choice(FormReading reading) => Withdrawal.Withdraw;
}

/// <summary>Lets an application that was taken back count again.</summary>
public sealed class Stay(OnBehalf answers) : Told(Asked, answers)
{
    public static readonly Form Asked = Asks("stay");

    public override bool IsForMany => true;

    protected override DecisionRequest? Question(PersonFile file) =>
        file.Person.WithdrawnAt is not null && StandingRule.IsOpen(file.Person.Standing)
            ? file.Decisions.Where(decision => decision.Request.Form == Withdrawal.Form.Name && file.Owner.Now < decision.Request.ClosesAt)
                .MaxBy(decision => decision.OpenedAt)?.Request
            : null;

    protected override string Choice(FormReading reading) => Withdrawal.Stay;
}

/// <summary>A pause from the group.</summary>
public sealed class TakePause(OnBehalf answers) : Told(Asked, answers)
{
    public static readonly Form Asked = Asks("pause", new ChoiceQuestion("weeks", [.. Pulse.Pauses]));

    public override bool IsForMany => true;

    public override IReadOnlyList<CausedMail> Mails(PersonFile file) =>
        [new("pause-noted"), .. file.Owner.Partners.Select(_ => new CausedMail("partner-pauses", ToOthers: true))];

    protected override DecisionRequest? Question(PersonFile file) => InGroup.Word(file);

    protected override string Choice(FormReading reading) => reading.Of("weeks")[0];
}

/// <summary>The person leaves the group and the programme.</summary>
public sealed class Leave(OnBehalf answers) : Told(Asked, answers)
{
    public static readonly Form Asked = Asks("leave");

    protected override DecisionRequest? Question(PersonFile file) => InGroup.Word(file);

    protected override string Choice(FormReading reading) => Pulse.Leave;
}

/// <summary>Whoever rested looks for a partner again.</summary>
public sealed class Return(OnBehalf answers) : Told(Asked, answers)
{
    public static readonly Form Asked = Asks("return");

    protected override DecisionRequest? Question(PersonFile file) => file.Person.Standing != Standing.Resting ? null
        : file.Decisions.Where(decision => decision.Request.Form == Comeback.Name && file.Owner.Now < decision.Request.ClosesAt)
            .MaxBy(decision => decision.OpenedAt)?.Request;

    protected override string Choice(FormReading reading) => Comeback.Back;
}

/// <summary>A word of somebody who is in a running group.</summary>
static class InGroup
{
    public static DecisionRequest? Word(PersonFile file) =>
        file.Owner is { Group.Status: GroupStatus.Active, HasEnded: false } && file.Person.Standing == Standing.Active
            ? OwnWord.Question(file.Owner)
            : null;
}
