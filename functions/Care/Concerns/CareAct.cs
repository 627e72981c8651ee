namespace Ilnp.Care.Concerns;

/// <summary>Something that care does for a group.</summary>
public abstract record CareAct;

/// <summary>Everybody is asked how it goes, but for those who pause.</summary>
public sealed record AskPulse(IReadOnlyList<string> Except) : CareAct;

/// <summary>A letter.</summary>
public abstract record CareLetter : CareAct;

/// <summary>The silent one is asked whether they are there.</summary>
public sealed record Nudging(Concern Concern) : CareLetter;

/// <summary>The silent one could not answer in time, since nothing ran, and hears that they still can.</summary>
public sealed record AskingAgain(Concern Concern) : CareLetter;

/// <summary>Whoever raised the concern hears that they were heard, and what happens now.</summary>
public sealed record Reassuring(Concern Concern) : CareLetter;

/// <summary>Two who wait for each other get each other's address again.</summary>
public sealed record Reconnecting(Concern Concern) : CareLetter;

/// <summary>The liaison, for conduct the leads, hear of it and are asked what to do.</summary>
public sealed record AskingToDecide(Concern Concern) : CareLetter;

/// <summary>Who was asked to decide hears that it has resolved itself.</summary>
public sealed record TellingResolved(Concern Concern) : CareLetter;

/// <summary>Whoever waits hears that the other goes on.</summary>
public sealed record TellingStillHere(Concern Concern) : CareLetter;

/// <summary>Whoever waits hears that the other has answered, and that the liaison looks after how they go on.</summary>
public sealed record TellingAnswered(Concern Concern) : CareLetter;

/// <summary>The partners hear that somebody is back sooner than they said.</summary>
/// <param name="PersonId">Who paused.</param>
/// <param name="Until">Until when they had meant to, UTC.</param>
public sealed record TellingBack(string PersonId, DateTime Until) : CareLetter;

/// <summary>The partners hear of a pause, and whoever takes it that it is noted.</summary>
/// <param name="PersonId">Who pauses.</param>
/// <param name="Until">UTC.</param>
public sealed record TellingPause(string PersonId, DateTime Until) : CareLetter;

/// <summary>A pause is over.</summary>
/// <param name="PersonId">Who paused.</param>
/// <param name="Until">When it ended, UTC.</param>
public sealed record WelcomingBack(string PersonId, DateTime Until) : CareLetter;
