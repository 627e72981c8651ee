using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Own;

namespace Ilnp.Committee.People.Actions;

/// <summary>Mails the person the way to their own page, which has everything that earlier mails had: dates, partner, prompts, open questions.</summary>
public sealed class SendOwnPage(OwnKeys keys) : PersonAction(Asked)
{
    public static readonly Form Asked = Asks("own-page");

    public override bool IsPossible(PersonFile file) => true;

    public override async Task<bool> ActAsync(PersonFile file, FormReading reading, PersonCall call)
    {
        await keys.SendAsync(file.Person.CohortId, file.Person.PersonId, call.Cancellation);
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

    public override async Task<bool> ActAsync(PersonFile file, FormReading reading, PersonCall call)
    {
        if (file.Open.FirstOrDefault(open => open.DecisionId == call.About) is not { } open) return false;
        if (await store.ReadAsync(open.CohortId, open.DecisionId, call.Cancellation) is not { Value.Version: 0 } read) return false;
        if (await subjects.FindAsync(open.Request, call.Cancellation) is not { } subject) return false;
        await fresh.SendAsync(read, subject, call.Cancellation);
        return true;
    }
}
