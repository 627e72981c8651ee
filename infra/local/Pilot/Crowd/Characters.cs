namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Who of the introduced falls silent and who leaves, the same whoever asks and when. Pure.</summary>
sealed class Characters(Behaviour behaviour, Draw draw)
{
    IReadOnlySet<string> silent = new HashSet<string>();
    IReadOnlyDictionary<string, int> leavers = new Dictionary<string, int>();

    /// <summary>Given once, with everybody of the first introductions.</summary>
    public void Cast(IEnumerable<string> introduced)
    {
        var ranked = draw.Ranked(introduced, "character");
        silent = ranked.Take(behaviour.SilentPartners).ToHashSet();
        leavers = ranked.Skip(behaviour.SilentPartners).Take(behaviour.Leavers)
            .ToDictionary(who => who, who => 1 + (int)(5 * draw.Share(who, "leaves at pulse")));
    }

    /// <summary>Answers nothing after the introduction.</summary>
    public bool IsSilent(string who) => silent.Contains(who);

    /// <summary>Whether somebody leaves with this pulse, the first counting 1.</summary>
    public bool LeavesAt(string who, int pulse) => leavers.GetValueOrDefault(who) == pulse;
}
