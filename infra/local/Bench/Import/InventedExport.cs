using System.Globalization;
using System.Text;
using Ilnp.Programme;

namespace Ilnp.Local.Bench.Import;

/// <summary>An export of invented people, as a form's file would have them.</summary>
static class InventedExport
{
    static readonly string[] Given =
    [
        "Rosa", "Luc", "Bao", "Amina", "Zoë", "Анна", "José", "Ngozi", "Yuki", "Olamide",
        "Siobhán", "Mehmet", "Priya", "Ivan", "Leila", "Tomás", "Chen", "Marta", "Kwame", "Elif",
    ];
    static readonly string[] Family =
    [
        "Quispe", "Morel", "Vu", "Diallo", "Müller", "Кузнецова", "Núñez", "Okafor", "Tanaka", "Adeyemi",
        "O'Connor", "Yılmaz", "Sharma", "Petrov", "Haddad", "Huamán", "Wei", "Kowalska", "Mensah", "Demir",
    ];
    static readonly string[] Countries =
    [
        "Peru", "France", "Viet Nam", "Senegal", "Deutschland", "Россия", "España", "Nigeria", "日本", "Kenya",
        "Ireland", "Türkiye", "India", "Bulgaria", "لبنان", "México", "中国", "Polska", "Ghana", "Brasil",
    ];
    static readonly string[] Languages =
    [
        "English, Spanish", "French; English", "English (fluent), German (B2)", "русский, английский", "Español y Inglés",
        "English", "日本語、英語", "العربية، الإنجليزية", "English, Swahili and French", "Portuguese, English",
    ];
    static readonly string[] Interests =
        ["Archives, Metadata", "Open access", "Information literacy, Systems", "Digital preservation, Archives, Reference", "Management"];
    static readonly string[] Libraries = ["Academic library", "Public library", "School library", "National library", "Special library"];

    /// <summary>Takes applications now.</summary>
    /// <param name="now">UTC.</param>
    public static CohortSettings Cohort(DateTimeOffset now) => Starting(DateOnly.FromDateTime(now.UtcDateTime));

    /// <param name="rows">People.</param>
    /// <param name="seed">Of their answers.</param>
    /// <param name="now">UTC; they applied in the days before.</param>
    public static byte[] Of(int rows, int seed, DateTimeOffset now)
    {
        var random = new Random(seed);
        var text = new StringBuilder(
            "Timestamp,Email Address,Full name,Country,Time zone,Languages you can use,\"Areas of interest, most important first\",Type "
                + "of library,Years of experience,Internet access,Every two weeks,Four months\r\n");
        var begin = now.UtcDateTime.AddDays(-3);
        for (var row = 0; row < rows; row++)
        {
            var moment = begin.AddSeconds(row * 10).ToString("yyyy/MM/dd h:mm:ss tt", CultureInfo.InvariantCulture);
            var name =
                $"{Pick(Given)} {Pick(Family)} {(char)('A' + random.Next(26))}{(char)('a' + random.Next(26))}"
                    + $"{(char)('a' + random.Next(26))}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{moment} GMT,p{row}@library{row % 977}.example,{name},{Pick(Countries)},,\"{Pick(Languages)}\",\"{Pick(Interests)}\","
                    + $"{Pick(Libraries)},{random.Next(40)},Yes,Yes,{(random.Next(50) == 0 ? "I can not commit" : "Yes")}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());

        string Pick(string[] words) => words[random.Next(words.Length)];
    }

    static CohortSettings Starting(DateOnly today) => new()
    {
        Id = "bench",
        Name = "Measured cohort",
        TimeZone = "UTC",
        Dates = new()
        {
            Announce = today.AddDays(-10),
            ApplicationsClose = today.AddDays(20),
            AskAvailability = today.AddDays(33),
            AvailabilityCloses = today.AddDays(44),
            Introduce = today.AddDays(54),
            MidSurvey = today.AddDays(112),
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
    };
}
