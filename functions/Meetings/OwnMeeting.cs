using System.Globalization;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Meetings;

/// <summary>The meeting of everybody that is to come: both sittings where the person lives, and the way in.</summary>
sealed class OwnMeeting : IOwnCard
{
    public string Name => "meeting";

    public int Order => 20;

    public Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation) =>
        Task.FromResult(owner.Person.Standing == Standing.Active ? Of(owner) : null);

    OwnCard? Of(Owner owner)
    {
        if (owner.Cohort.Meetings.FirstOrDefault(one => one.IsAhead(owner.Now)) is not { } meeting) return null;
        var sittings = Sittings.Of(meeting);
        return new(Name)
        {
            Facts = new Dictionary<string, string> { ["minutes"] = meeting.Minutes.ToString(CultureInfo.InvariantCulture) },
            Paragraphs = ["own.meeting.text"],
            Parts =
            [
                new(
                    null,
                    new OwnLine("own.meeting.own", owner.At(sittings.Own(owner.Zone))),
                    new OwnLine("own.meeting.other", owner.At(sittings.Other(owner.Zone)))),
            ],
            Links = [new("own.meeting.join", meeting.Link)],
        };
    }
}
