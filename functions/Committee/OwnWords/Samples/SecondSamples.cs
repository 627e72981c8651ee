using Ilnp.Mail.OwnWords;
using static Ilnp.Committee.OwnWords.Samples.ParticipantSamples;
using static Ilnp.Committee.OwnWords.Samples.SampleValues;

namespace Ilnp.Committee.OwnWords.Samples;

/// <summary>Mails about a second partner beside the first.</summary>
static class SecondSamples
{
    public static IEnumerable<MailSample> All =>
    [
        One("second-ask", day => Ask(day, again: false)),
        One("second-ask", day => Ask(day, again: true)),
        .. new[] { "alone", "consent", "changed", "off" }.Select(reason => One("second-none", _ => None(reason))),
        Several("second-introduction", day => day.Introduction(isTrio: false)),
        Several("second-introduction", day => day.Introduction(isTrio: true)),
        One("second-ended", _ => Of(("partner", Partner), ("own_word", false))),
        One("second-ended", _ => Of(("partner", Partner), ("own_word", true))),
        One("second-ended", _ => Of(("partner", null), ("own_word", false))),
    ];

    static Dictionary<string, object?> Ask(SampleValues day, bool again) =>
        Of(("asking", Partner), ("close_date", day.Day(6, 17)), ("again", again), ("url", Link("url")));

    static Dictionary<string, object?> None(string reason) =>
        Of(("reason", reason), ("partners", Partner), ("liaison_name", Liaison));
}
