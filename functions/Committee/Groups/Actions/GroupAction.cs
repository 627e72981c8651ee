using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Programme.Reasons;
using Microsoft.AspNetCore.Html;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Groups.Actions;

/// <summary>Something that the committee can do about a group: a page says what it causes, and only its button does it.</summary>
/// <param name="form">
/// What is asked before; its texts say what is done (<c>title</c>), what that causes (<c>intro</c>) and that it was done (<c>after</c>).
/// </param>
public abstract class GroupAction(Form form)
{
    const string Prefix = "group-";

    public Form Form => form;

    /// <summary>Last part of its address.</summary>
    public string Name => form.Name[Prefix.Length..];

    protected static Form Asks(string name, params IReadOnlyList<Question> questions) => new(Prefix + name, questions);

    /// <summary>Whether the reader may: leads everything, unless the action is the liaison's too; the others look on.</summary>
    public virtual bool MayBy(GroupFile file) => file.IsReadByLead;

    /// <summary>Whether it stands among the buttons of this group's page.</summary>
    public abstract bool IsPossible(GroupFile file);

    /// <summary>What of the group it is about, as the page shows it: when that is different at the press, nothing is done.</summary>
    public virtual string About(GroupFile file) => "";

    /// <summary>Whether what two members decide at once is done both times: their notes are. Of all else one is first.</summary>
    public virtual bool IsForEach => false;

    /// <summary>What its one question offers, in words; null for a question that stands in the form.</summary>
    public virtual IReadOnlyList<Offer>? Offers(GroupFile file) => null;

    /// <summary>
    /// What it would come to at this moment, for a reader who is about to press; empty for what needs no more words than its form has.
    /// </summary>
    public virtual Task<IReadOnlyList<Outlook>> ForeseeAsync(GroupFile file) => Task.FromResult<IReadOnlyList<Outlook>>([]);

    /// <summary>The reading with what only this action can see is wrong.</summary>
    public virtual FormReading Check(GroupFile file, FormReading reading, string about) => reading;

    /// <summary>What it changes of the group, for the audit; null for nothing that has a name.</summary>
    public virtual FieldChange? Change(GroupFile file, FormReading reading, string about) => null;

    /// <summary>Does it. False when the group has changed meanwhile, so that it is not what was decided about.</summary>
    public abstract Task<bool> ActAsync(GroupFile file, FormReading reading, GroupCall call);
}

/// <summary>One of the choices of an action's question.</summary>
public sealed record Offer(string Value, string Words);

/// <summary>What would become of somebody.</summary>
/// <param name="Words">In a sentence, as HTML.</param>
/// <param name="Reasons">What would speak for it.</param>
public sealed record Outlook(IHtmlContent Words, IReadOnlyList<MatchReason> Reasons);

/// <summary>What comes with a press of the button.</summary>
/// <param name="About">What of the group the page showed.</param>
/// <param name="Begun">As it is written down.</param>
/// <param name="Client">To tell orchestrations.</param>
/// <param name="Cancellation">Cancels.</param>
public sealed record GroupCall(string About, BegunAct Begun, DurableTaskClient Client, CancellationToken Cancellation);
