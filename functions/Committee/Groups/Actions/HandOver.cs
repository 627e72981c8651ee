using System.Globalization;
using Ilnp.Care.Liaisons;
using Ilnp.Committee.People;
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
        .. Others(file, file.Group.LiaisonId).OrderBy(liaison => (double)file.Loads.GetValueOrDefault(liaison.Id) / liaison.LiaisonLoad).Select(liaison => new Offer(
            liaison.Id,
            file.Reader.Texts.Plain("group.load", new Dictionary<string, string>
            {
                ["name"] = liaison.Name,
                ["load"] = Text(file.Loads.GetValueOrDefault(liaison.Id)),
                ["cap"] = Text(liaison.LiaisonLoad),
            }))),
    ];

    public override FormReading Check(GroupFile file, FormReading reading, string about) =>
        reading.Of(Liaison) is [var chosen] && Others(file, about).All(liaison => liaison.Id != chosen)
            ? reading with { Errors = new Dictionary<string, FormError> { [Liaison] = new("error.unknown-option") } }
            : reading;

    /// <summary>Whom the page named, so that the same press says the same when it comes again.</summary>
    public override FieldChange Change(GroupFile file, FormReading reading, string about) =>
        new(FieldChange.Liaison, file.NameOf(about), file.NameOf(reading.Of(Liaison)[0]));

    public override Task<bool> ActAsync(GroupFile file, FormReading reading, GroupCall call) => handing.HandAsync(
        new(file.Group.CohortId, file.Group.GroupId, call.About, reading.Of(Liaison)[0], call.Begun.Act.MemberId, call.Begun.Act.At), call.Begun.IsAgain, call.Cancellation);

    static IEnumerable<CommitteeMember> Others(GroupFile file, string? from) => file.Reader.Cohort.Liaisons.Where(liaison => liaison.Id != from);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
