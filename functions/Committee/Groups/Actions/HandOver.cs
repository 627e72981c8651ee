using System.Globalization;
using Ilnp.Care.Liaisons;
using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Committee.Groups.Actions;

/// <summary>Another liaison looks after the group from now on.</summary>
public sealed class HandOver(GroupHandOver handing) : GroupAction(Asked)
{
    const string Liaison = "liaison";

    public static readonly Form Asked = Asks("hand-over", new TextQuestion(Liaison, 100));

    public override bool IsPossible(GroupFile file) => file.IsRunning && Others(file, file.Group.LiaisonId).Any();

    /// <summary>From whom.</summary>
    public override string About(GroupFile file) => file.Group.LiaisonId ?? "";

    /// <summary>The others with what they look after now; who has room for more comes first.</summary>
    public override IReadOnlyList<Offer> Offers(GroupFile file) =>
    [
        .. from liaison in Others(file, file.Group.LiaisonId)
           let load = file.Loads.GetValueOrDefault(liaison.Id)
           orderby (double)load / liaison.LiaisonLoad
           select new Offer(
            liaison.Id,
            file.Reader.Texts.Plain("group.load", new Dictionary<string, string>
            {
                ["name"] = liaison.Name,
                ["load"] = Text(load),
                ["cap"] = Text(liaison.LiaisonLoad),
            })),
    ];

    public override FormReading Check(GroupFile file, FormReading reading, string about) =>
        reading.Of(Liaison) is [var chosen] && Others(file, about).All(liaison => liaison.Id != chosen)
            ? reading with { Errors = new Dictionary<string, FormError> { [Liaison] = new("error.unknown-option") } }
            : reading;

    /// <summary>Whom the page named, so that the same press says the same when it comes again.</summary>
    public override FieldChange Change(GroupFile file, FormReading reading, string about) =>
        new(FieldChange.Liaison, file.NameOf(about), file.NameOf(reading.Of(Liaison)[0]));

    public override Task<bool> ActAsync(GroupFile file, FormReading reading, GroupCall call)
    {
        var (group, act) = (file.Group, call.Begun.Act);
        return handing.HandAsync(
            new(group.CohortId, group.GroupId, call.About, reading.Of(Liaison)[0], act.MemberId, act.At),
            call.Begun.IsAgain,
            call.Cancellation);
    }

    static IEnumerable<CommitteeMember> Others(GroupFile file, string? from) =>
        file.Reader.Cohort.Liaisons.Where(liaison => liaison.Id != from);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
