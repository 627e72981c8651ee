namespace Ilnp.Standstill;

/// <summary>
/// Questions of one step that close in the same moment as another's, and stay open as long: the committee hears of both in one mail.
/// </summary>
public interface IOpenBeside
{
    /// <summary>What is told of them, as <see cref="LateThing.What"/>.</summary>
    string What { get; }

    /// <summary>What ids of the other step's questions begin with, in whose mail it is told.</summary>
    string With { get; }

    /// <summary>Whether any of them stays open, or will at once.</summary>
    Task<bool> IsOpenAsync(MoreTime given);
}
