using Ilnp.Matching.Problem;

namespace Ilnp.Tests.Matching;

/// <summary>Invented candidates.</summary>
static class People
{
    static readonly string[] Countries = ["GH", "BR", "JP", "IN", "US", "FR", "KE", "PE"];
    static readonly string[] Languages = ["en", "es", "fr", "pt", "ja"];
    static readonly string[] Interests = ["archives", "open access", "metadata", "outreach", "systems", "teaching"];
    static readonly string[] Zones =
        ["Africa/Accra", "America/Sao_Paulo", "Asia/Tokyo", "Asia/Kolkata", "America/New_York", "Europe/Paris"];

    public static Candidate Of(string id, string country, string languages = "en", string interests = "archives", int day = 1) => new()
    {
        Id = id,
        Country = country,
        Languages = languages.Split(' '),
        Interests = interests.Split(',', StringSplitOptions.RemoveEmptyEntries),
        AppliedAt = new DateTimeOffset(2020, 3, day, 12, 0, 0, TimeSpan.Zero),
    };

    public static List<Candidate> Random(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(k => Random(random, k))];
    }

    static Candidate Random(Random random, int number) => new()
    {
        Id = $"p{number:D4}",
        Row = number + 1,
        Country = random.GetItems(Countries, 1)[0],
        Languages = [.. random.GetItems(Languages, random.Next(1, 4)).Distinct()],
        Interests = [.. random.GetItems(Interests, random.Next(0, 5)).Distinct()],
        LibraryType = random.Next(5) == 0 ? null : random.Next(2) == 0 ? "academic" : "public",
        TimeZone = random.GetItems(Zones, 1)[0],
        YearsOfExperience = random.Next(4) == 0 ? null : random.Next(0, 41),
        CareerStage = random.GetItems([null, "student", "early", "middle", "senior"], 1)[0],
        AppliedAt = new DateTimeOffset(2020, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(40_000)),
        CarriedPriority = random.Next(10) == 0,
        WantsUnlike = random.Next(3) == 0,
        Offers = random.GetItems(Interests, 2),
        Seeks = random.GetItems(Interests, 1),
        Rhythm = random.Next(2) == 0 ? "weekly" : "monthly",
        Tools = random.GetItems(["mail", "video", "chat"], 2),
    };
}
