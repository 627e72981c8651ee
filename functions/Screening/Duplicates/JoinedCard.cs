using Ilnp.Intake;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>
/// Tells somebody whose two applications count as one, and where that one is: what is taken back or asked there counts. The way there
/// is that of every mail: it shows nothing before the mailbox of the latest answers confirms it, since the committee may be wrong.
/// </summary>
sealed class JoinedCard(IMergedPeople merged, PersonalLinks links) : IOwnCard
{
    public string Name => "joined";

    public int Order => 5;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (!owner.Person.Reasons.Contains(ReasonCode.Duplicate)) return null;
        var first = await merged.FirstOfAsync(owner.Cohort.Id, owner.Person.PersonId, cancellation);
        return new(Name)
        {
            Paragraphs = ["own.joined.text"],
            Links = first is null ? [] : [new("own.joined.open", links.Of(owner.Cohort, first))],
        };
    }
}
