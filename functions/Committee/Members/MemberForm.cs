using System.Globalization;
using Ilnp.Committee.Drafts;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Committee.Members;

/// <summary>What is asked about somebody of the committee.</summary>
static class MemberForm
{
    public const string Name = "name", Email = "email", Roles = "roles", Load = "load";

    const int MostGroups = 1000;

    public static Form Form { get; } = new(
        "member",
        new TextQuestion(Name, 200),
        new EmailQuestion(Email),
        new ChoiceQuestion(Roles, [.. DraftReading.Roles]) { Several = true },
        new NumberQuestion(Load, 0, MostGroups) { Required = false });

    /// <summary>As somebody stands in the committee now.</summary>
    public static FormReading Of(CommitteeMember member) => FormReading.Filled(new Dictionary<string, IReadOnlyList<string>>
    {
        [Name] = [member.Name],
        [Email] = [member.Email],
        [Roles] = [.. member.Roles.Select(role => role.ToString().ToLowerInvariant())],
        [Load] = member.LiaisonLoad == 0 ? [] : [member.LiaisonLoad.ToString(CultureInfo.InvariantCulture)],
    });

    /// <summary>The member that a valid reading describes.</summary>
    /// <param name="reading">Valid.</param>
    /// <param name="before">As they were; null for whoever joins.</param>
    /// <param name="id">Theirs.</param>
    public static CommitteeMember Member(FormReading reading, CommitteeMember? before, string id)
    {
        CommitteeRole[] roles = [.. reading.Of(Roles).Select(role => Enum.Parse<CommitteeRole>(role, ignoreCase: true)).Order()];
        var load = reading.Of(Load) is [var words] ? int.Parse(words, CultureInfo.InvariantCulture) : 0;
        var member = before ?? new() { Id = id, Name = "", Email = "" };
        return member with { Name = reading.Of(Name)[0], Email = reading.Of(Email)[0], Roles = roles, LiaisonLoad = load };
    }
}
