using System.Text.Json;

namespace Ilnp.Intake.Providers;

/// <summary>A source of applications: how it signs, and how its message is read.</summary>
/// <param name="Name">As in the webhook's address and in the setting <c>Intake:Secrets:&lt;name&gt;</c>.</param>
/// <param name="Verify">Null for sources inside the app, which no webhook can claim to be.</param>
/// <param name="ReadBody">May throw <see cref="JsonException"/> and the like; <see cref="Read"/> turns that into a reading.</param>
public sealed record FormProvider(string Name, Func<SignedRequest, SignatureVerdict>? Verify, Func<ReceivedBody, BodyReading> ReadBody)
{
    /// <summary>
    /// Whether the service makes the secret itself, one for each form: the committee pastes it for its cohort. Otherwise we choose it.
    /// </summary>
    public bool MakesItsSecret { get; init; }

    public static readonly FormProvider Own = new("own", null, Json(OwnBody.Read));

    /// <summary>Rows of an uploaded CSV export.</summary>
    public static readonly FormProvider Export = new("export", null, Json(OwnBody.Read));

    static readonly FormProvider GoogleForms = new("google-forms", Signatures.Own, Json(OwnBody.Read));

    static readonly Dictionary<string, FormProvider> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["typeform"] = new("typeform", Signatures.Typeform, Json(TypeformBody.Read)),
        ["tally"] = new("tally", Signatures.Tally, Json(TallyBody.Read)),
        ["formbricks"] = new("formbricks", Signatures.StandardWebhooks, Json(FormbricksBody.Read)) { MakesItsSecret = true },
        ["google-forms"] = GoogleForms,
        ["google-apps-script"] = GoogleForms,
        ["jotform"] = new("jotform", Signatures.Address, JotformBody.Read),
        ["microsoft-forms"] = new("microsoft-forms", Signatures.OwnOrKey, Json(OwnBody.Read)),
        ["own"] = Own,
        ["export"] = Export,
    };

    /// <summary>Form services that send messages.</summary>
    public static IReadOnlyList<FormProvider> Services { get; } =
        [.. ByName.Values.Distinct().Where(provider => provider.Verify is not null)];

    /// <summary>
    /// The provider of a name, some have two; null when there is none. An underscore stands for a dash: names of settings
    /// in Azure hold no dashes.
    /// </summary>
    public static FormProvider? Find(string name) => ByName.GetValueOrDefault(name.Replace('_', '-'));

    /// <summary>The message as a submission; a body of another shape is a reading, never an exception.</summary>
    public BodyReading Read(ReceivedBody body)
    {
        try
        {
            return ReadBody(body);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or IOException or InvalidOperationException)
        {
            return new(null, Unreadable: "the message is damaged or in another format than the provider's");
        }
    }

    static Func<ReceivedBody, BodyReading> Json(Func<JsonElement, BodyReading> read) => body =>
    {
        using var json = JsonDocument.Parse(TextBytes.Decode(body.Bytes));
        return read(json.RootElement);
    };
}
