using Ilnp.Matching.Problem;

namespace Ilnp.Matching.Scoring;

/// <summary>The people of a problem as flat arrays of numbers, so that a pair is scored without touching an object.</summary>
sealed class CandidatePool
{
    /// <summary>Interests below this rank are not compared.</summary>
    public const int Ranks = 8;

    public readonly IReadOnlyList<Candidate> People;
    public readonly int Count;
    public readonly string[] Countries;
    public readonly int[] Country;
    public readonly BitRows Languages;
    public readonly int[] FirstLanguage;
    public readonly string[] InterestNames;
    public readonly short[] Interests;
    public readonly byte[] InterestCount;
    public readonly int[] LibraryType;
    public readonly int[] Zone;
    public readonly int[,] SharedMinutes;
    public readonly int[] Years;
    public readonly int[] CareerStage;
    public readonly bool[] WantsUnlike;
    public readonly BitRows Offers;
    public readonly BitRows Seeks;
    public readonly int[] Rhythm;
    public readonly BitRows Tools;

    /// <summary>Points of the person alone: earliness and carried priority.</summary>
    public readonly int[] Personal;

    public CandidatePool(MatchingProblem problem)
    {
        People = problem.People;
        Count = People.Count;
        (Country, Countries) = Numbers(People.Select(p => (string?)p.Country));
        Languages = BitRows.Of([.. People.Select(p => p.Languages)]);
        FirstLanguage = Numbers(People.Select(p => p.Languages.Count > 0 ? p.Languages[0] : null)).Number;
        (Interests, InterestCount, InterestNames) = RankedInterests();
        LibraryType = Numbers(People.Select(p => p.LibraryType)).Number;
        (Zone, var zones) = Numbers(People.Select(p => p.TimeZone), sensitive: true);
        SharedMinutes = WakingHours.Shared(zones, problem.Starts, problem.Ends);
        Years = [.. People.Select(p => p.YearsOfExperience ?? -1)];
        CareerStage = Numbers(People.Select(p => p.CareerStage)).Number;
        WantsUnlike = [.. People.Select(p => p.WantsUnlike)];
        (Offers, Seeks) = BitRows.Of([.. People.Select(p => p.Offers)], [.. People.Select(p => p.Seeks)]);
        Rhythm = Numbers(People.Select(p => p.Rhythm)).Number;
        Tools = BitRows.Of([.. People.Select(p => p.Tools)]);
        Personal = PersonalPoints(problem.Weights);
    }

    /// <summary>Numbers equal words alike, in alphabetical order; -1 for none.</summary>
    static (int[] Number, string[] Words) Numbers(IEnumerable<string?> words, bool sensitive = false)
    {
        var cleaned = words.Select(w => string.IsNullOrWhiteSpace(w) ? null : sensitive ? w.Trim() : Spelling.Of(w)).ToList();
        var distinct = cleaned.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var number = distinct.Select((w, k) => (w, k)).ToDictionary(p => p.w, p => p.k, StringComparer.Ordinal);
        return ([.. cleaned.Select(w => w is null ? -1 : number[w])], distinct);
    }

    (short[], byte[], string[]) RankedInterests()
    {
        var lists = People.Select(p =>
            p.Interests.Select(Spelling.Of).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).Take(Ranks).ToList()).ToList();
        var names = lists.SelectMany(l => l).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var number = names.Select((w, k) => (w, k)).ToDictionary(p => p.w, p => (short)p.k, StringComparer.Ordinal);
        var ranked = new short[Count * Ranks];
        var counts = new byte[Count];
        for (var i = 0; i < Count; i++)
        {
            counts[i] = (byte)lists[i].Count;
            for (var rank = 0; rank < lists[i].Count; rank++) ranked[i * Ranks + rank] = number[lists[i][rank]];
        }
        return (ranked, counts, names);
    }

    int[] PersonalPoints(MatchingWeights weights)
    {
        if (Count == 0) return [];
        var (first, last) = (People.Min(p => p.AppliedAt), People.Max(p => p.AppliedAt));
        var span = Math.Max(1, (last - first).Ticks);
        return [.. People.Select(p =>
            (int)(weights.Earliness * (Int128)(last - p.AppliedAt).Ticks / span) + (p.CarriedPriority ? weights.CarriedPriority : 0))];
    }
}
