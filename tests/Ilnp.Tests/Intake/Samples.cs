using System.Text.Json;
using Ilnp.Intake;
using Ilnp.Intake.Import;
using Ilnp.Programme;

namespace Ilnp.Tests.Intake;

/// <summary>The 488 invented applications with the truth about them, and a message of each form provider.</summary>
static class Samples
{
    static readonly string Repository = Find();

    public static string ExportPath => Path.Combine(Repository, "infra", "local", "Pilot", "applications-2020-google-forms.csv");

    public static IReadOnlyList<ExportRow> Export()
    {
        using var file = File.OpenRead(ExportPath);
        return GoogleFormsExport.Read(file);
    }

    public static IReadOnlyList<Truth> TruthOfExport() =>
        [.. File.ReadLines(Path.Combine(Repository, "infra", "local", "Pilot", "applications-2020-truth.csv"))
            .Skip(1).Select(line => line.Split(','))
            .Select(cells =>
                new Truth(int.Parse(cells[0]), cells[1], cells[2], int.Parse(cells[3]), int.Parse(cells[4]), cells[5] == "yes"))];

    public static SampleMessage Message(string provider)
    {
        using var headers = JsonDocument.Parse(File.ReadAllText(PathOf($"{provider}.headers.json")));
        var root = headers.RootElement;
        var body = File.ReadAllBytes(PathOf(provider == "jotform" ? "jotform.body.multipart" : $"{provider}.body.json"));
        var all = root.GetProperty("headers").EnumerateObject()
            .ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        var secret = all.TryGetValue("x-sample-signing-key", out var key) ? key
            : root.TryGetProperty("secret", out var known) ? known.GetString()!
            : "";
        return new(body, all, secret);
    }

    /// <summary>A cohort of 2020 as the sample's: applications until 31 March, Gmail's dots ignored at the sample's domain too.</summary>
    public static CohortSettings Cohort(string id = "wave-2020", int year = 2020, int month = 3) => new CohortSettings
    {
        Id = id,
        Name = "ILNP 2020",
        TimeZone = "UTC",
        Dates = new()
        {
            Announce = new(year, month, 2),
            ApplicationsClose = new DateOnly(year, month, 2).AddDays(29),
            AskAvailability = new DateOnly(year, month, 2).AddDays(42),
            AvailabilityCloses = new DateOnly(year, month, 2).AddDays(53),
            Introduce = new DateOnly(year, month, 2).AddDays(63),
            MidSurvey = new DateOnly(year, month, 2).AddDays(121),
        },
        CapacityPairs = 47,
        Committee = [new()
        {
            Id = "lead",
            Name = "Ana Lead",
            Email = "lead@example.org",
            Roles = [CommitteeRole.Lead, CommitteeRole.Liaison],
            LiaisonLoad = 50,
        }],
    }.With(new IntakeSettings { DotlessDomains = ["gmail.com", "googlemail.com", "gmail.test"] });

    /// <summary>An input from the field.</summary>
    public static string FieldPath(string file) => Path.Combine(Repository, "tests", "Ilnp.Tests", "Intake", "Samples", "Field", file);

    static string PathOf(string file) => Path.Combine(Repository, "tests", "Ilnp.Tests", "Intake", "Samples", file);

    static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IlnpFunctions.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}

/// <summary>Who is who in a row of the export.</summary>
sealed record Truth(int Row, string Country, string Person, int FirstRow, int LatestRow, bool Qualifies);

/// <summary>A provider's message as it comes over the wire.</summary>
sealed record SampleMessage(byte[] Body, IReadOnlyDictionary<string, string> Headers, string Secret)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string ContentType => Headers["Content-Type"];
}
