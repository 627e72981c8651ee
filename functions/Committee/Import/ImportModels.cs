using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Import.Preview;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Import;

/// <summary>The page where a file is chosen.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Limit">How large it may be, for texts.</param>
/// <param name="Problems">Why the last one was not taken; empty before there was one.</param>
public sealed record ImportModel(CommitteeReader Reader, IReadOnlyDictionary<string, string> Limit, IReadOnlyList<string> Problems);

/// <summary>The page of what an import would do.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Read">The file.</param>
/// <param name="Preview">What would happen.</param>
/// <param name="Wish">How the reader wishes it to be read.</param>
public sealed record ImportPreviewModel(CommitteeReader Reader, ReadFile Read, ImportPreview Preview, ImportWish Wish)
{
    /// <summary>Columns that can be chosen on one page: a file with more has something else wrong with it.</summary>
    const int MostChoices = 150;

    /// <summary>Rows that are named of each kind.</summary>
    public const int MostRows = 12;

    public const int MostKinds = 40;

    public bool MayChoose(ImportColumn column) => column.CanBeChosen && column.Index < MostChoices;

    /// <summary>Whether somebody has to say what 3/4/2020 means, or has just said it.</summary>
    public bool AsksOrder => Read.Export.OrderProblem is not null || Wish.DateOrder is not null;

    /// <summary>Whether its years have two digits, and may stand first.</summary>
    public bool AsksYear => Read.Export.MayBeYearFirst;

    /// <summary>The sentence that says how dates are read.</summary>
    public static string KeyOf(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "import.order.is-day",
        DateOrder.YearFirst => "import.order.is-year",
        _ => "import.order.is-month",
    };

    /// <summary>All but what the page itself asks.</summary>
    public IEnumerable<string> Problems => Read.Problems.Where(problem => problem != Read.Export.OrderProblem);

    public static IReadOnlyList<ApplicationField> Fields { get; } = Enum.GetValues<ApplicationField>();
}

/// <summary>The page of an import that was begun.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Read">The file, as it was read.</param>
/// <param name="Receipt">What it changed; null while it works.</param>
public sealed record ImportDoneModel(CommitteeReader Reader, ReadFile Read, ImportReceipt? Receipt)
{
    /// <summary>Rows that say the same as another one of the file, left out; none as long as it works.</summary>
    public int Repeated => Receipt is { } receipt ? Read.Export.Rows.Count - receipt.Rows : 0;

    /// <summary>About the file as a whole, as the preview said it: how its dates were read, and what was left out.</summary>
    public IReadOnlyList<string> Sentences
    {
        get
        {
            var dates = Read.Export.OrderProblem is not null ? "import.order.was-open"
                : Read.Export.Order is { } order ? ImportPreviewModel.KeyOf(order)
                : null;
            return
            [
                .. dates is null ? Array.Empty<string>() : [Reader.Texts[dates]],
                .. Read.Problems.Where(problem => problem != Read.Export.OrderProblem),
            ];
        }
    }

    /// <summary>Null for none, and for one that failed: it can be begun again.</summary>
    public static ImportDoneModel? Of(CommitteeReader reader, ReadFile read, OrchestrationMetadata? begun) => begun?.RuntimeStatus switch
    {
        OrchestrationRuntimeStatus.Completed => new(reader, read, begun.ReadOutputAs<ImportReceipt>()),
        null or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated => null,
        _ => new(reader, read, null),
    };
}
