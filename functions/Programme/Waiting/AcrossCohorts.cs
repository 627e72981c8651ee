namespace Ilnp.Programme.Waiting;

/// <summary>
/// Somebody in every cohort, without address or name: colleagues share addresses, so the words of the name go along, each as a hash with
/// the deployment's key that is another one at every address.
/// </summary>
/// <param name="Identity">Of the address.</param>
/// <param name="Marks">Of each word of the name, and of what it sounds like.</param>
/// <param name="IsComparable">The name has words enough to say that it is not another one.</param>
/// <param name="IsIdeographic">The name is written in Chinese characters.</param>
public sealed record AcrossCohorts(string Identity, IReadOnlyList<string> Marks, bool IsComparable, bool IsIdeographic)
{
    /// <summary>Names that are alike.</summary>
    public bool Is(AcrossCohorts other) => Identity == other.Identity && Marks.Intersect(other.Marks).Any();

    /// <summary>Names that are alike or cannot be told apart.</summary>
    public bool MayBe(AcrossCohorts other) =>
        Is(other)
        || (Identity == other.Identity && (IsIdeographic != other.IsIdeographic || !IsComparable || !other.IsComparable));
}
