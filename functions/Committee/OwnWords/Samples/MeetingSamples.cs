using Ilnp.Mail.OwnWords;
using static Ilnp.Committee.OwnWords.Samples.ParticipantSamples;
using static Ilnp.Committee.OwnWords.Samples.SampleValues;

namespace Ilnp.Committee.OwnWords.Samples;

/// <summary>Mails of a meeting of everybody.</summary>
static class MeetingSamples
{
    public static IEnumerable<MailSample> All =>
    [
        One("meeting", day => Invitation(day, byDay: true, zone: null, again: false)),
        One("meeting", day => Invitation(day, byDay: false, zone: "Africa/Dakar", again: false)),
        One("meeting", day => Invitation(day, byDay: true, zone: null, again: true)),
        One("meeting-off", day => Of(("sitting", $"{day.Day(6, 15)}, 17:00"))),
    ];

    static Dictionary<string, object?> Invitation(SampleValues day, bool byDay, string? zone, bool again) => Of(
        ("sitting", $"{day.Day(6, 15)}, 17:00"), ("other_sitting", $"{day.Day(6, 16)}, 02:30"), ("by_day", byDay),
        ("minutes", 60), ("zone", zone), ("again", again), ("url", Link("url")));
}
