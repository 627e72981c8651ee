using System.Globalization;
using Ilnp.Matching.Problem;
using Ilnp.Programme.Reasons;

namespace Ilnp.Matching.Scoring;

/// <summary>Points of a pair, and the parts they come from. Both run over the same rules; a test holds them together.</summary>
sealed class PairScore(CandidatePool pool, MatchingWeights weights)
{
    /// <summary>Points for being a pair at all.</summary>
    public int Pair => weights.Pair;

    /// <summary>Points for the same first interest.</summary>
    public int FirstInterest => weights.FirstInterest;

    /// <summary>Most points experience and career stage can bring somebody.</summary>
    public int MostExperience(int i) => weights.Experience + (pool.CareerStage[i] < 0 ? 0 : weights.CareerStage);

    /// <summary>Most points the library type can bring.</summary>
    public int MostLibraryType => weights.LibraryType;

    /// <summary>Most points the languages can bring.</summary>
    public int MostLanguages => weights.FirstLanguage + 3 * weights.FurtherLanguage;

    /// <summary>Most points the time zones can bring.</summary>
    public int MostTimeZone => weights.TimeZone;

    /// <summary>Most points being a pair, offers, rhythm and tools can bring.</summary>
    public int MostHabits => weights.Pair + 2 * weights.OfferMeetsNeed + weights.Rhythm + weights.Tool;

    /// <summary>Most points library type, experience and career stage can bring.</summary>
    public int MostBackground => weights.LibraryType + weights.Experience + weights.CareerStage;

    /// <summary>The hard rule that belongs to the two people: a common language, two countries.</summary>
    public bool MayMeet(int i, int j) => pool.Country[i] != pool.Country[j] && pool.Languages.Common(i, j) > 0;

    /// <summary>The pair's points.</summary>
    public int Of(int i, int j) => WithoutPersons(i, j) + pool.Personal[i] + pool.Personal[j];

    /// <summary>The points that belong to the pair, without those of each person alone.</summary>
    public int WithoutPersons(int i, int j) =>
        weights.Pair + Interests(i, j) + LibraryType(i, j) + Languages(i, j) + TimeZone(i, j) + Experience(i, j) + CareerStage(i, j)
        + OfferMeetsNeed(i, j) + Rhythm(i, j) + Tool(i, j);

    /// <summary>Every part that applies, most points first.</summary>
    public IReadOnlyList<MatchReason> Reasons(int i, int j)
    {
        var found = new List<MatchReason>();
        AddInterests(found, i, j);
        AddBackground(found, i, j);
        AddLanguages(found, i, j);
        AddHabits(found, i, j);
        AddPersons(found, i, j);
        found.Add(new MatchReason("pair", [CountryOf(i), CountryOf(j)], weights.Pair));
        return [.. found.OrderByDescending(r => r.Code == "pair" ? -1 : r.Points)];
    }

    int Interests(int i, int j) => (SameFirst(i, j) ? weights.FirstInterest : 0) + Shared(i, j).Sum(s => s.Points);

    /// <summary>Both name the same interest first.</summary>
    public bool SameFirst(int i, int j) =>
        pool.InterestCount[i] > 0 && pool.InterestCount[j] > 0
            && pool.Interests[i * CandidatePool.Ranks] == pool.Interests[j * CandidatePool.Ranks];

    List<(int Interest, int Points)> Shared(int i, int j)
    {
        var found = new List<(int, int)>();
        for (var a = 0; a < pool.InterestCount[i]; a++)
            for (var b = 0; b < pool.InterestCount[j]; b++)
                if (a + b > 0 && pool.Interests[i * CandidatePool.Ranks + a] == pool.Interests[j * CandidatePool.Ranks + b])
                    found.Add((pool.Interests[i * CandidatePool.Ranks + a], SharedPoints(a + b)));
        return found;
    }

    /// <summary>Points of a shared interest whose ranks (first is 0) add up to <paramref name="ranks"/>.</summary>
    public int SharedPoints(int ranks) => (int)Math.Max(0, weights.SharedInterest - (long)ranks * weights.InterestRankStep);

    public bool BothWantUnlike(int i, int j) => pool.WantsUnlike[i] && pool.WantsUnlike[j];

    public int LibraryType(int i, int j)
    {
        if (pool.LibraryType[i] < 0 || pool.LibraryType[j] < 0) return 0;
        return (pool.LibraryType[i] == pool.LibraryType[j]) != BothWantUnlike(i, j) ? weights.LibraryType : 0;
    }

    public int Languages(int i, int j) => FirstLanguage(i, j) + Math.Min(3, pool.Languages.Common(i, j) - 1) * weights.FurtherLanguage;

    int FirstLanguage(int i, int j) =>
        pool.FirstLanguage[i] >= 0 && pool.FirstLanguage[i] == pool.FirstLanguage[j] ? weights.FirstLanguage : 0;

    public int TimeZone(int i, int j) => (int)((long)weights.TimeZone * Minutes(i, j) / WakingHours.Full);

    int Minutes(int i, int j) => pool.Zone[i] < 0 || pool.Zone[j] < 0 ? 0 : pool.SharedMinutes[pool.Zone[i], pool.Zone[j]];

    public int Experience(int i, int j)
    {
        if (pool.Years[i] < 0 || pool.Years[j] < 0) return 0;
        var apart = Math.Min(weights.ExperienceSpan, Math.Abs(pool.Years[i] - pool.Years[j]));
        var counted = BothWantUnlike(i, j) ? apart : weights.ExperienceSpan - apart;
        return (int)((long)weights.Experience * counted / weights.ExperienceSpan);
    }

    public int CareerStage(int i, int j)
    {
        if (pool.CareerStage[i] < 0 || pool.CareerStage[j] < 0) return 0;
        return (pool.CareerStage[i] == pool.CareerStage[j]) != BothWantUnlike(i, j) ? weights.CareerStage : 0;
    }

    public int OfferMeetsNeed(int i, int j) =>
        Math.Min(2, pool.Offers.Common(i, pool.Seeks, j) + pool.Offers.Common(j, pool.Seeks, i)) * weights.OfferMeetsNeed;

    public int Rhythm(int i, int j) => pool.Rhythm[i] >= 0 && pool.Rhythm[i] == pool.Rhythm[j] ? weights.Rhythm : 0;

    public int Tool(int i, int j) => pool.Tools.Common(i, j) > 0 ? weights.Tool : 0;

    void AddInterests(List<MatchReason> found, int i, int j)
    {
        if (SameFirst(i, j))
            found.Add(
                new MatchReason("firstInterest", [pool.InterestNames[pool.Interests[i * CandidatePool.Ranks]]], weights.FirstInterest));
        var shared = Shared(i, j);
        if (shared.Count > 0)
            found.Add(
                new MatchReason(
                    "sharedInterests", [string.Join(", ", shared.Select(s => pool.InterestNames[s.Interest]))], shared.Sum(s => s.Points)));
    }

    void AddBackground(List<MatchReason> found, int i, int j)
    {
        var unlike = BothWantUnlike(i, j);
        var (a, b) = (pool.People[i], pool.People[j]);
        if (LibraryType(i, j) is > 0 and var library)
            found.Add(
                unlike
                    ? new("unlikeLibraryType", [a.LibraryType!, b.LibraryType!], library)
                    : new("libraryType", [a.LibraryType!], library));
        if (Experience(i, j) is > 0 and var years)
            found.Add(new(unlike ? "unlikeExperience" : "experience", [Number(pool.Years[i]), Number(pool.Years[j])], years));
        if (CareerStage(i, j) is > 0 and var stage)
            found.Add(
                unlike ? new("unlikeCareerStage", [a.CareerStage!, b.CareerStage!], stage) : new("careerStage", [a.CareerStage!], stage));
        if (OfferMeetsNeed(i, j) is > 0 and var need)
            found.Add(
                new(
                    "offerMeetsNeed",
                    [string.Join(", ", pool.Offers.CommonWords(i, pool.Seeks, j).Union(pool.Offers.CommonWords(j, pool.Seeks, i)))],
                    need));
    }

    void AddLanguages(List<MatchReason> found, int i, int j)
    {
        var common = pool.People[i].Languages.Where(l => pool.People[j].Languages.Any(m => Spelling.Of(m) == Spelling.Of(l))).ToList();
        found.Add(new("commonLanguage", [common.Count > 0 ? common[0] : ""]));
        if (FirstLanguage(i, j) is > 0 and var first) found.Add(new("firstLanguage", [pool.People[i].Languages[0]], first));
        if (Languages(i, j) - FirstLanguage(i, j) is > 0 and var further)
            found.Add(new("furtherLanguages", [string.Join(", ", common.Skip(1))], further));
    }

    void AddHabits(List<MatchReason> found, int i, int j)
    {
        if (TimeZone(i, j) is > 0 and var zone) found.Add(new("timeZone", [Number((Minutes(i, j) + 30) / 60)], zone));
        if (Rhythm(i, j) is > 0 and var rhythm) found.Add(new("rhythm", [pool.People[i].Rhythm!], rhythm));
        if (Tool(i, j) is > 0 and var tool) found.Add(new("tool", [string.Join(", ", pool.Tools.CommonWords(i, pool.Tools, j))], tool));
    }

    void AddPersons(List<MatchReason> found, int i, int j)
    {
        var carried = (pool.People[i].CarriedPriority ? weights.CarriedPriority : 0)
            + (pool.People[j].CarriedPriority ? weights.CarriedPriority : 0);
        if (carried > 0) found.Add(new("carriedPriority", [], carried));
        if (pool.Personal[i] + pool.Personal[j] - carried is > 0 and var early) found.Add(new("earliness", [], early));
    }

    string CountryOf(int i) => pool.People[i].Country;

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
