using Ilnp.Intake.Import;

namespace Ilnp.Committee.Import;

/// <summary>What an import changes or would change, in words.</summary>
static class ImportCounts
{
    /// <summary>Keys of texts with the numbers; what does not occur is left out, but for the people.</summary>
    public static IEnumerable<(string Key, int Count)> Of(ImportReceipt receipt, int repeated = 0)
    {
        (string Key, int Count)[] always =
            [("import.count.new", receipt.New), ("import.count.changed", receipt.Changed), ("import.count.unchanged", receipt.Unchanged)];
        (string Key, int Count)[] some =
        [
            ("import.count.older", receipt.Superseded), ("import.count.late", receipt.Late),
            ("import.count.unreachable", receipt.Unreachable), ("import.count.repeated", repeated),
            ("import.count.not-understood", receipt.NotUnderstood),
        ];
        return [.. always, .. some.Where(count => count.Count > 0)];
    }

    /// <summary>What becomes of one row.</summary>
    public static string KeyOf(ImportReceipt row) => row switch
    {
        { New: 1 } => "import.row.new",
        { Changed: 1 } => "import.row.changed",
        { Unchanged: 1 } => "import.row.unchanged",
        { Superseded: 1 } => "import.row.older",
        { Late: 1 } => "import.row.late",
        { Unreachable: 1 } => "import.row.unreachable",
        _ => "import.row.erased",
    };
}
