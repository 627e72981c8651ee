namespace Ilnp.Intake.Import;

/// <summary>What an import changed, in numbers: it stands in histories, which hold nothing of people.</summary>
/// <param name="Rows">Applications in the file.</param>
/// <param name="New">People who had not applied before.</param>
/// <param name="Changed">People whose answers are others now.</param>
/// <param name="Unchanged">Rows that say what was known already.</param>
/// <param name="Superseded">Rows older than answers that are known; their dates still give priority.</param>
/// <param name="Late">Rows from after the closing day.</param>
/// <param name="Unreachable">Rows without an address that mail can be sent to.</param>
/// <param name="NotUnderstood">Rows with something that was not understood: the problems list says what.</param>
public sealed record ImportReceipt(
    int Rows = 0, int New = 0, int Changed = 0, int Unchanged = 0,
    int Superseded = 0, int Late = 0, int Unreachable = 0, int NotUnderstood = 0)
{
    public static ImportReceipt operator +(ImportReceipt one, ImportReceipt other) => new(
        one.Rows + other.Rows, one.New + other.New, one.Changed + other.Changed,
        one.Unchanged + other.Unchanged, one.Superseded + other.Superseded,
        one.Late + other.Late, one.Unreachable + other.Unreachable, one.NotUnderstood + other.NotUnderstood);
}
