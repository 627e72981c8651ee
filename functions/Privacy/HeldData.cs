namespace Ilnp.Privacy;

/// <summary>
/// A kind of personal data. Its texts stand in its room: <c>privacy.&lt;name&gt;.title</c> says what it is, <c>.kept</c> how long
/// it is kept and what is left after erasure.
/// </summary>
/// <param name="Name">Part of text keys, and its name in the exported file.</param>
/// <param name="Turn">When it is erased, among the others.</param>
/// <param name="Places">Where it is: <c>table People</c>, <c>container certificates</c>, <c>folder mail</c>.</param>
public sealed record HeldData(string Name, ErasureTurn Turn, params IReadOnlyList<string> Places);

/// <summary>
/// The order of erasing. What tells the names and addresses goes last, so that an erasure which ended half-way finds them again.
/// </summary>
public enum ErasureTurn
{
    /// <summary>Copies and mentions in what belongs to others.</summary>
    Mentions,

    /// <summary>The person's own records.</summary>
    Records,

    /// <summary>What the person wrote.</summary>
    Words,

    /// <summary>The person.</summary>
    Person,

    /// <summary>What is made of all the others.</summary>
    Summaries,
}

/// <summary>A place that holds nothing of applicants and participants.</summary>
/// <param name="Place">As in <see cref="HeldData.Places"/>.</param>
/// <param name="Why">What it holds.</param>
public sealed record FreeOfPersonalData(string Place, string Why);
