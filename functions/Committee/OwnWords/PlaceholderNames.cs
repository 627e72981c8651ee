using Ilnp.Mail.OwnWords;

namespace Ilnp.Committee.OwnWords;

/// <summary>A placeholder that a mail may have.</summary>
/// <param name="Name">As it stands between the braces.</param>
/// <param name="TextKey">Text that says what it is.</param>
/// <param name="Sample">A value of it; empty for none.</param>
/// <param name="Fields">What each of a list has; empty for what is no list.</param>
public sealed record Placeholder(string Name, string TextKey, string Sample, IReadOnlyList<string> Fields);

/// <summary>What placeholders are, in a line each.</summary>
static class PlaceholderNames
{
    static readonly Dictionary<string, string> Keys = new()
    {
        ["name"] = "wording.names.name",
        ["programme"] = "wording.names.programme",
        ["organiser"] = "wording.names.organiser",
        ["website"] = "wording.names.website",
        ["contact"] = "wording.names.contact",
        ["url"] = "wording.names.url",
        ["change_url"] = "wording.names.change",
        ["check_url"] = "wording.names.check",
        ["report_url"] = "wording.names.report",
        ["assignment"] = "wording.names.assignment",
        ["assignment_url"] = "wording.names.assignment-page",
        ["author"] = "wording.names.author",
        ["task"] = "wording.names.task",
        ["paragraphs"] = "wording.names.paragraphs",
        ["changed"] = "wording.names.changed",
        ["asking"] = "wording.names.asking",
        ["again"] = "wording.names.again",
        ["sitting"] = "wording.names.sitting",
        ["other_sitting"] = "wording.names.other-sitting",
        ["by_day"] = "wording.names.by-day",
        ["minutes"] = "wording.names.minutes",
        ["zone"] = "wording.names.zone",
        ["who"] = "wording.names.who",
        ["deadline"] = "wording.names.deadline",
        ["close_date"] = "wording.names.close",
        ["start_date"] = "wording.names.start",
        ["end_date"] = "wording.names.end",
        ["next_date"] = "wording.names.next-date",
        ["until_date"] = "wording.names.until",
        ["next_wave"] = "wording.names.next-wave",
        ["next_programme"] = "wording.names.next-programme",
        ["later"] = "wording.names.later",
        ["waited"] = "wording.names.waited",
        ["begun"] = "wording.names.begun",
        ["new_address"] = "wording.names.new-address",
        ["lines"] = "wording.names.lines",
        ["months"] = "wording.names.months",
        ["month"] = "wording.names.month",
        ["first"] = "wording.names.first",
        ["last"] = "wording.names.last",
        ["last_reminder"] = "wording.names.last-reminder",
        ["topic"] = "wording.names.topic",
        ["prompts"] = "wording.names.prompts",
        ["reading"] = "wording.names.reading",
        ["behind"] = "wording.names.behind",
        ["next"] = "wording.names.next",
        ["tool"] = "wording.names.tool",
        ["rhythm"] = "wording.names.rhythm",
        ["partners"] = "wording.names.partners",
        ["partner"] = "wording.names.partner",
        ["partner_email"] = "wording.names.partner-email",
        ["members"] = "wording.names.members",
        ["reasons"] = "wording.names.reasons",
        ["reason"] = "wording.names.reason",
        ["times"] = "wording.names.times",
        ["trio"] = "wording.names.trio",
        ["liaison_name"] = "wording.names.liaison",
        ["liaison_email"] = "wording.names.liaison-email",
        ["leads"] = "wording.names.leads",
        ["about"] = "wording.names.about",
        ["former"] = "wording.names.former",
        ["gone"] = "wording.names.gone",
        ["paused"] = "wording.names.paused",
        ["own_word"] = "wording.names.own-word",
        ["updated"] = "wording.names.updated",
        ["open"] = "wording.names.open",
        ["unclear"] = "wording.names.unclear",
        ["joined"] = "wording.names.joined",
        ["shared"] = "wording.names.shared",
        ["summary"] = "wording.names.summary",
        ["answers"] = "wording.names.answers",
        ["what"] = "wording.names.what",
        ["survey"] = "wording.names.survey",
        ["certificate_name"] = "wording.names.certificate",
        ["participants"] = "wording.names.participants",
        ["countries"] = "wording.names.countries",
        ["satisfaction"] = "wording.names.satisfaction",
        ["country"] = "wording.names.country",
        ["interests"] = "wording.names.interests",
    };

    /// <summary>Those that a mail's step gives first.</summary>
    public static IReadOnlyList<Placeholder> Of(IReadOnlyDictionary<string, object?> values) =>
        [.. values.Reverse().Select(value =>
            new Placeholder(
                value.Key, Keys.GetValueOrDefault(value.Key, "wording.names.own"), MailSamples.Words(value.Value), Fields(value.Value)))];

    static IReadOnlyList<string> Fields(object? value) =>
        value is System.Collections.IEnumerable and not string
            && ((System.Collections.IEnumerable)value).Cast<object?>().FirstOrDefault() is IEnumerable<KeyValuePair<string, object?>> first
            ? [.. first.Select(field => field.Key)] : [];
}
