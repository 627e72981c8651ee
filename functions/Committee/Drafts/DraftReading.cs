using System.Globalization;
using System.Text.Json.Nodes;
using Ilnp.Programme;

namespace Ilnp.Committee.Drafts;

/// <summary>
/// What was typed into the form, as settings: also what is not right is kept, and told when the settings are checked. Pure.
/// </summary>
static class DraftReading
{
    public const string Languages = "languages";
    public const string FirstLanguage = "languages.first";
    public const string Committee = "committee";

    /// <summary>Value of a switch that is on. An empty one beside it says that the switch was there.</summary>
    public const string On = "true";

    /// <param name="saved">As it is kept.</param>
    /// <param name="posted">Values by field name, untrusted.</param>
    /// <param name="offered">The languages that there are texts in, in their order.</param>
    public static SettingsDocument Apply(
        string saved, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, IReadOnlyList<string> offered)
    {
        var settings = SettingsDocument.Parse(saved);
        foreach (var field in DraftFields.All.Where(field => posted.ContainsKey(field.Place)))
            settings[field.Place] = field.Kind == DraftFieldKind.Switch
                ? Chosen(settings, field, posted[field.Place].Contains(On))
                : Read(field, Word(posted, field.Place));
        ReadLanguages(settings, posted, offered);
        ReadCommittee(settings, posted);
        return settings;
    }

    /// <summary>What nobody chose otherwise than it is anyhow stays unsaid.</summary>
    static JsonValue? Chosen(SettingsDocument settings, DraftField field, bool isOn) =>
        settings[field.Place] is null && isOn == (DraftFields.Usual(field) == On) ? null : JsonValue.Create(isOn);

    static JsonNode? Read(DraftField field, string typed) => typed.Length == 0 ? null : field.Kind switch
    {
        DraftFieldKind.Number => Number(typed),
        DraftFieldKind.Numbers =>
            new JsonArray([.. typed.Split([',', ';', ' ', '、', '،'], StringSplitOptions.RemoveEmptyEntries).Select(Number)]),
        _ => JsonValue.Create(typed),
    };

    /// <summary>Words where it is none, which the check then names.</summary>
    static JsonNode Number(string typed) =>
        int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(typed);

    /// <summary>The words of a language that is not offered any more go with it.</summary>
    static void ReadLanguages(
        SettingsDocument settings, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, IReadOnlyList<string> offered)
    {
        if (!posted.ContainsKey(FirstLanguage)) return;
        var first = Word(posted, FirstLanguage);
        string[] chosen = [.. posted.GetValueOrDefault(Languages) ?? [], first];
        var languages = settings.List(Languages).Union(offered).Where(language => offered.Contains(language) && chosen.Contains(language))
            .OrderByDescending(language => language == first).ToList();
        settings[Languages] = new JsonArray([.. languages.Select(language => JsonValue.Create(language))]);
        foreach (var language in offered)
        {
            if (!languages.Contains(language) || language == first) settings[$"translations.{language}"] = null;
            else
                foreach (var field in DraftFields.Translated.Select(text => DraftFields.Translation(language, text))
                    .Where(field => posted.ContainsKey(field.Place)))
                    settings[field.Place] = Read(field, Word(posted, field.Place));
        }
    }

    /// <summary>A row without name and address is nobody. Ids stay when names change; new members get one of their name.</summary>
    static void ReadCommittee(SettingsDocument settings, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        var former = settings.Committee;
        var members = new List<JsonObject>();
        for (var row = 0; posted.ContainsKey(Of(row, "name")); row++)
        {
            var (name, email, id) = (Word(posted, Of(row, "name")), Word(posted, Of(row, "email")), Word(posted, Of(row, "id")));
            if (name.Length == 0 && email.Length == 0) continue;
            var member = former.FirstOrDefault(one => id.Length > 0 && SettingsDocument.Words(one["id"]) == id)?.DeepClone().AsObject()
                ?? [];
            member["id"] = id.Length > 0
                ? id
                : CohortNames.IdOf(name, members.Concat(former).Select(one => SettingsDocument.Words(one["id"])));
            member["name"] = name;
            member["email"] = email;
            member["roles"] = new JsonArray([.. (posted.GetValueOrDefault(Of(row, "roles")) ?? []).Select(role => JsonValue.Create(role))]);
            member["liaisonLoad"] = Word(posted, Of(row, "load")) is { Length: > 0 } load ? Number(load) : JsonValue.Create(0);
            members.Add(member);
        }

        if (posted.ContainsKey(Of(0, "name"))) settings[Committee] = new JsonArray([.. members]);
    }

    /// <summary>Name of a field of the committee's rows, from 0.</summary>
    public static string Of(int row, string field) => string.Create(CultureInfo.InvariantCulture, $"{Committee}.{row}.{field}");

    /// <summary>What a member can do, as the settings write it.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. Enum.GetNames<CommitteeRole>().Select(role => role.ToLowerInvariant())];

    static string Word(IReadOnlyDictionary<string, IReadOnlyList<string>> posted, string name) =>
        posted.GetValueOrDefault(name) is [var word, ..] ? word.Trim() : "";
}
