using Ilnp.Programme;

namespace Ilnp.Mail.Doubt;

/// <summary>Where a mail's recipient stands in the cohort, as far as a mail may speak of it.</summary>
/// <param name="IsGone">Has left, said no, or does not count.</param>
/// <param name="Circle">The group with its members and liaison, by ids; empty for nobody's.</param>
public sealed record MailPlace(bool IsGone, string Circle)
{
    static readonly MailPlace Nowhere = new(IsGone: false, "");

    /// <param name="person">Whom the mail is for; null for a group's and for the committee's.</param>
    /// <param name="group">Whom it is for, or the person's; null for none.</param>
    public static MailPlace Of(Person? person, Group? group) => person is null && group is null
        ? Nowhere
        : new(
            person is { Standing: Standing.Left or Standing.Declined or Standing.Ineligible or Standing.Later }
                or { WithdrawnAt: not null } or { IsErased: true },
            group is null ? "" : CircleOf(group));

    /// <summary>Of whom a mail is for, by an id.</summary>
    /// <param name="id">A person's or a group's; of another, nobody's place.</param>
    /// <param name="people">All of the cohort.</param>
    /// <param name="groups">All of the cohort.</param>
    public static MailPlace Of(string id, IReadOnlyDictionary<string, Person> people, IReadOnlyDictionary<string, Group> groups)
    {
        var person = people.GetValueOrDefault(id);
        var groupId = person is null ? id : person.GroupId;
        return Of(person, groupId is null ? null : groups.GetValueOrDefault(groupId));
    }

    static string CircleOf(Group group) => string.Join(
        ' ',
        [
            group.GroupId,
            group.Status == GroupStatus.Dissolved ? "dissolved" : "",
            .. group.Members.Order(StringComparer.Ordinal),
            group.LiaisonId ?? "",
        ]);
}
