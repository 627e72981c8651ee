namespace Ilnp.Local.Pilot.Crowd;

/// <summary>What somebody introduced is going to need from care.</summary>
enum Character
{
    /// <summary>Nothing.</summary>
    Steady,

    /// <summary>Answers nothing after the introduction.</summary>
    Silent,
    Leaver,
    Unhappy,
    Troubled,
    Pausing,
}

/// <summary>Who of the introduced needs what from care, and when, the same whoever asks. Pure.</summary>
sealed class Characters(Behaviour behaviour, Draw draw)
{
    const int LatestPulse = 5;

    IReadOnlyDictionary<string, Character> cast = new Dictionary<string, Character>();

    /// <summary>
    /// Given once, with everybody of the first introductions. No two of the cast are partners: each is missed by somebody.
    /// </summary>
    public void Cast(IEnumerable<string> introduced, Func<string, IReadOnlyList<string>> partnersOf)
    {
        (Character Character, int Count)[] parts =
        [
            (Character.Silent, behaviour.SilentPartners), (Character.Leaver, behaviour.Leavers), (Character.Unhappy, behaviour.Unhappy),
            (Character.Troubled, behaviour.Troubled), (Character.Pausing, behaviour.Pausing),
        ];
        var apart = new List<string>();
        foreach (var who in draw.Ranked(introduced, "character"))
            if (apart.Count < parts.Sum(part => part.Count) && !partnersOf(who).Any(apart.Contains)) apart.Add(who);
        cast = Quota.Deal(apart, parts);
    }

    public Character Of(string who) => cast.GetValueOrDefault(who, Character.Steady);

    /// <summary>Answers nothing after the introduction.</summary>
    public bool IsSilent(string who) => Of(who) == Character.Silent;

    /// <summary>What somebody needs with this pulse, the first counting 1.</summary>
    public Character At(string who, int pulse) =>
        Of(who) is var character and not Character.Silent && pulse == 1 + (int)(LatestPulse * draw.Share(who, "leaves at pulse"))
            ? character
            : Character.Steady;
}
