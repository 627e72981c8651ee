namespace Ilnp.Meetings;

/// <summary>
/// The two sittings of a day that are fairest to everybody, with what explains the choice. Of all pairs of half hours: those in which most
/// people have one by day; of them those in which whoever has it worst has it least badly; then those in which most
/// have an hour between the sitting and the end of their day; then those that lie furthest apart. Pure.
/// </summary>
/// <param name="Sittings">As chosen.</param>
/// <param name="Zones">Where people live, most people first.</param>
/// <param name="BestAlone">For how many the best single sitting would be day.</param>
public sealed record SittingsChoice(Sittings Sittings, IReadOnlyList<ZoneShare> Zones, int BestAlone)
{
    const int HalfHours = 48;

    /// <summary>A sitting that lies so far inside somebody's day is no effort, minutes.</summary>
    const int Comfortable = 60;

    public int People => Zones.Sum(zone => zone.People);

    public int ByDay => Zones.Where(zone => Sittings.IsByDay(zone.Zone)).Sum(zone => zone.People);

    /// <summary>Those for whom both are night.</summary>
    public IReadOnlyList<ZoneShare> ByNight => [.. Zones.Where(zone => !Sittings.IsByDay(zone.Zone))];

    /// <summary>To how many a sitting is proposed.</summary>
    public int ProposedTo(DateTimeOffset sitting) => Zones.Where(zone => Sittings.Own(zone.Zone) == sitting).Sum(zone => zone.People);

    /// <param name="zones">IANA names, one for each person; at least one.</param>
    /// <param name="day">Where the cohort is.</param>
    /// <param name="cohortZone">Its zone.</param>
    /// <param name="length">Of each sitting.</param>
    public static SittingsChoice Of(IEnumerable<string> zones, DateOnly day, string cohortZone, TimeSpan length)
    {
        IReadOnlyList<ZoneShare> shares =
        [
            .. zones.CountBy(zone => zone).Select(share => new ZoneShare(share.Key, share.Value))
                .OrderByDescending(share => share.People).ThenBy(share => share.Zone, StringComparer.Ordinal),
        ];
        var begins = new DateTimeOffset(Texts.Zones.ToUtc(day.ToDateTime(TimeOnly.MinValue), cohortZone), TimeSpan.Zero);
        var starts = Enumerable.Range(0, HalfHours).Select(half => begins.AddMinutes(30 * half)).ToList();
        var ease = starts.ToDictionary(at => at, at => shares.Select(share => Sittings.Ease(at, length, share.Zone)).ToArray());
        var pairs = starts.SelectMany(first => starts.Where(second => second >= first + length).Select(second => (first, second)));
        var (one, other) = pairs.MaxBy(pair => Worth(shares, ease[pair.first], ease[pair.second], pair.second - pair.first));
        return new(new(one, other, length), shares, starts.Max(at => Count(shares, ease[at], least: 0)));
    }

    static (int ByDay, double Worst, int Comfortable, TimeSpan Apart) Worth(
        IReadOnlyList<ZoneShare> shares, double[] first, double[] second, TimeSpan apart)
    {
        double[] best = [.. first.Zip(second, Math.Max)];
        return (Count(shares, best, least: 0), best.Min(), Count(shares, best, Comfortable), apart);
    }

    static int Count(IReadOnlyList<ZoneShare> shares, double[] ease, double least) =>
        shares.Zip(ease).Where(one => one.Second >= least).Sum(one => one.First.People);
}

/// <summary>How many live in a time zone.</summary>
public sealed record ZoneShare(string Zone, int People);
