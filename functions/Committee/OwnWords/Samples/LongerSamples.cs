using Ilnp.Mail.OwnWords;
using static Ilnp.Committee.OwnWords.Samples.ParticipantSamples;
using static Ilnp.Committee.OwnWords.Samples.SampleValues;

namespace Ilnp.Committee.OwnWords.Samples;

/// <summary>Mails to groups that may go on after the programme's end.</summary>
static class LongerSamples
{
    public static IEnumerable<MailSample> All =>
    [
        One("longer-ask", day => Ask(day, Partner, again: false)),
        One("longer-ask", day => Ask(day, null, again: false)),
        One("longer-ask", day => Ask(day, Partner, again: true)),
        One("longer-not", _ => Of(("partners", Partner))),
        One(
            "longer-agreed",
            day => Of(("partners", Partner), ("until_date", day.Day(12, 4)), ("url", Link("url")), ("liaison_name", Liaison))),
        One("longer-stopped", _ => Of(("partners", Partner), ("who", Partner), ("own_word", false))),
        One("longer-stopped", _ => Of(("partners", Partner), ("who", null), ("own_word", true))),
        One("longer-stopped", _ => Of(("partners", Partner), ("who", null), ("own_word", false))),
        One("longer-over", _ => Of(("partners", Partner))),
        One("prompt-further", day => Further(day, day.Day(12, 4))),
        One("prompt-further", day => Further(day, null)),
    ];

    static Dictionary<string, object?> Ask(SampleValues day, string? asking, bool again) => Of(
        ("asking", asking), ("partners", Partner), ("months", 3), ("close_date", day.Day(9, 10)), ("again", again), ("url", Link("url")));

    static Dictionary<string, object?> Further(SampleValues day, string? until)
    {
        var prompt = day.Prompt(until is null ? 1 : 4);
        return Of(
            [
                .. new[] { "topic", "prompts", "reading", "partners", "liaison_name" }.Select(name => (name, prompt[name])),
                ("until_date", until),
            ]);
    }
}
