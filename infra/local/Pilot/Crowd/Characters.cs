namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Who of the introduced falls silent and who leaves, the same whoever asks and when. Pure.</summary>
sealed class Characters(Behaviour behaviour, Draw draw)
{
    IReadOnlySet<string> silent = new HashSet<string>();
    IReadOnlyDictionary<string, int> leavers = new Dictionary<string, int>();

    /// <summary>Given once, with everybody of the first introductions. No two of them are partners: each is missed by somebody.</summary>
    public void Cast(IEnumerable<string> introduced, Func<string, IReadOnlyList<string>> partnersOf)
    {
        var cast = new List<string>();
        foreach (var who in draw.Ranked(introduced, "character"))
            if (cast.Count < behaviour.SilentPartners + behaviour.Leavers && !partnersOf(who).Any(cast.Contains)) cast.Add(who);
        silent = cast.Take(behaviour.SilentPartners).ToHashSet();
        leavers = cast.Skip(behaviour.SilentPartners).ToDictionary(who => who, who => 1 + (int)(5 * draw.Share(who, "leaves at pulse")));
    }

    /// <summary>Answers nothing after the introduction.</summary>
    public bool IsSilent(string who) => silent.Contains(who);

    /// <summary>Whether somebody leaves with this pulse, the first counting 1.</summary>
    public bool LeavesAt(string who, int pulse) => leavers.GetValueOrDefault(who) == pulse;
}
