using Ilnp.Committee.Acts;
using Ilnp.Committee.People.Bulk;
using Ilnp.Forms;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.People.Actions;

/// <summary>Something that the committee can do about a person: a page says what it causes, and only its button does it.</summary>
/// <param name="form">
/// What is asked before; its texts say what is done (<c>title</c>), what that causes (<c>intro</c>) and that it was done (<c>after</c>).
/// </param>
public abstract class PersonAction(Form form)
{
    const string Prefix = "person-";

    public Form Form => form;

    /// <summary>Last part of its address.</summary>
    public string Name => form.Name[Prefix.Length..];

    protected static Form Asks(string name, params IReadOnlyList<Question> questions) => new(Prefix + name, questions);

    /// <summary>Whether it stands among the buttons of this person's page.</summary>
    public abstract bool IsPossible(PersonFile file);

    /// <summary>What of the person it is about, as the page shows it: when that is different at the press, nothing is done.</summary>
    public virtual string About(PersonFile file) => "";

    /// <summary>Whether what two members decide at once is done both times: their notes are. Of all else one is first.</summary>
    public virtual bool IsForEach => false;

    /// <summary>The form as it is shown first.</summary>
    public virtual FormReading Filled(PersonFile file) => FormReading.Empty;

    /// <summary>The reading with what only this action can see is wrong.</summary>
    public virtual FormReading Check(PersonFile file, FormReading reading) => reading;

    /// <summary>What the reading changes of the person's data, shown before it is done; null for an action that changes none.</summary>
    public virtual IReadOnlyList<FieldChange>? Changes(PersonFile file, FormReading reading) => null;

    /// <summary>Whether it can be done about many at once: none that takes something away for ever.</summary>
    public virtual bool IsForMany => false;

    /// <summary>Whether a mail is all that it does.</summary>
    public virtual bool IsOnlyMail => false;

    /// <summary>Why it is not done about this person together with others, one of <see cref="LeftOut"/>; null when it is.</summary>
    public virtual string? WhyNot(PersonFile file) => IsPossible(file) ? null : LeftOut.Unfit;

    /// <summary>What of the person it is about among many: once for each.</summary>
    public virtual IReadOnlyList<string> AboutEach(PersonFile file) => [About(file)];

    /// <summary>The mails that it causes.</summary>
    public virtual IReadOnlyList<CausedMail> Mails(PersonFile file) => [];

    /// <summary>Does it. False when the person has changed meanwhile, so that it is not what was decided about.</summary>
    public abstract Task<bool> ActAsync(PersonFile file, FormReading reading, PersonCall call);
}

/// <summary>What comes with a press of the button.</summary>
/// <param name="About">What of the person it is about: the version that the page showed, or a question's id.</param>
/// <param name="Client">To tell orchestrations.</param>
/// <param name="Cancellation">Cancels.</param>
public sealed record PersonCall(string About, DurableTaskClient Client, CancellationToken Cancellation)
{
    /// <summary>When the press was written down, UTC: the same when it comes again.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>When the same press began it before, UTC, and perhaps ended half-way; null for the first time.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    internal static PersonCall Of(BegunAct begun, string about, DurableTaskClient client, CancellationToken cancellation) =>
        new(about, client, cancellation) { DecidedAt = begun.Act.At, BegunAt = begun.IsAgain ? begun.Act.At : null };
}

/// <summary>A mail that an action causes.</summary>
/// <param name="Template">Its name.</param>
/// <param name="ToOthers">To the person's partners, not to the person.</param>
public sealed record CausedMail(string Template, bool ToOthers = false);
