using Ilnp.Approvals;
using Ilnp.Committee.People.Bulk;
using Ilnp.Forms;
using Ilnp.Own;

namespace Ilnp.Committee.People.Actions;

/// <summary>
/// Mails the person the way to their own page, which has everything that earlier mails had: dates, partner, prompts, open questions.
/// </summary>
public sealed class SendOwnPage(OwnPageLetters letters) : PersonAction(Asked)
{
    public static readonly Form Asked = Asks("own-page");

    public override bool IsPossible(PersonFile file) => true;

    public override bool IsForMany => true;

    public override bool IsOnlyMail => true;

    public override IReadOnlyList<CausedMail> Mails(PersonFile file) => [new(OwnPageLetters.Sent)];

    public override async Task<bool> ActAsync(PersonFile file, FormReading reading, PersonCall call)
    {
        await letters.SendAsync(file.Person, call.DecidedAt, isNewAddress: false, call.Cancellation);
        return true;
    }
}

/// <summary>Mails the link of an open question again; once an hour at most.</summary>
public sealed class AskAgain(DecisionStore store, DecisionSubjects subjects, FreshLinks fresh) : PersonAction(Asked)
{
    public const string Called = "ask-again";

    public static readonly Form Asked = Asks(Called);

    /// <summary>It stands beside each open question instead.</summary>
    public override bool IsPossible(PersonFile file) => false;

    public override bool IsForMany => true;

    public override bool IsOnlyMail => true;

    public override string? WhyNot(PersonFile file) =>
        !Own(file).Any() ? LeftOut.Unfit : Own(file).All(open => IsJustSent(file, open)) ? LeftOut.Recent : null;

    public override IReadOnlyList<string> AboutEach(PersonFile file) => [.. Own(file).Select(open => open.DecisionId)];

    public override IReadOnlyList<CausedMail> Mails(PersonFile file) =>
        [.. Own(file).Where(open => !IsJustSent(file, open)).Select(_ => new CausedMail(DecisionMails.FreshLink))];

    /// <summary>Among many, a question to a whole group is left out: each of its members would be written to for each.</summary>
    static IEnumerable<Decision> Own(PersonFile file) => file.Open.Where(open => open.SubjectId == file.Person.PersonId);

    static bool IsJustSent(PersonFile file, Decision open) =>
        file.Mails.Any(mail =>
            mail.Key.Step == DecisionMails.FreshLink && mail.Key.Occurrence == DecisionMails.FreshLinkOccurrence(open, file.Owner.Now));

    public override async Task<bool> ActAsync(PersonFile file, FormReading reading, PersonCall call)
    {
        if (file.Open.FirstOrDefault(open => open.DecisionId == call.About) is not { } open) return false;
        if (await store.ReadAsync(open.CohortId, open.DecisionId, call.Cancellation) is not { Value.Version: 0 } read) return false;
        if (await subjects.FindAsync(open.Request, call.Cancellation) is not { } subject) return false;
        await fresh.SendAsync(read, subject, call.Cancellation);
        return true;
    }
}
