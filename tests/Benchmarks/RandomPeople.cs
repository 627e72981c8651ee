using Ilnp.Matching.Problem;

namespace Ilnp.Benchmarks;

/// <summary>Invented candidates, unevenly spread over countries, languages and interests as real ones are.</summary>
static class RandomPeople
{
    static readonly string[] Zones =
        [
            "America/New_York", "Africa/Lagos", "Asia/Kolkata", "Asia/Manila", "America/Sao_Paulo",
            "America/Mexico_City", "Africa/Nairobi", "Europe/Berlin", "Asia/Tokyo", "Australia/Sydney",
        ];

    public static IReadOnlyList<Candidate> Of(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(k => One(random, k))];
    }

    /// <summary>Numbers below <paramref name="most"/>, small ones far more often.</summary>
    static int Skewed(Random random, int most) => (int)(most * Math.Pow(random.NextDouble(), 2.5));

    static Candidate One(Random random, int number)
    {
        var country = Skewed(random, 70);
        var languages = new List<string> { $"l{country / 2}" };
        if (random.NextDouble() < 0.85) languages.Insert(random.Next(2), "en");
        return new Candidate
        {
            Id = $"{number:D7}",
            Country = $"{(char)('A' + country / 26)}{(char)('A' + country % 26)}",
            Languages = [.. languages.Distinct()],
            Interests = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"i{Skewed(random, 20)}").Distinct()],
            LibraryType = $"t{Skewed(random, 7)}",
            TimeZone = Zones[country % Zones.Length],
            YearsOfExperience = Skewed(random, 40),
            AppliedAt = new DateTimeOffset(2020, 3, 2, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(2_592_000)),
            CarriedPriority = random.Next(12) == 0,
        };
    }
}
