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
    public bool AsksOrder => Read.Export.OrderProblem is not null || Wish.IsDayFirst is not null;

    /// <summary>All but what the page itself asks.</summary>
    public IEnumerable<string> Problems => Read.Problems.Where(problem => problem != Read.Export.OrderProblem);

    public static IReadOnlyList<ApplicationField> Fields { get; } = Enum.GetValues<ApplicationField>();
}

/// <summary>The page of an import that was begun.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Receipt">What it changed; null while it works.</param>
public sealed record ImportDoneModel(CommitteeReader Reader, ImportReceipt? Receipt)
{
    /// <summary>Null for none, and for one that failed: it can be begun again.</summary>
    public static ImportDoneModel? Of(CommitteeReader reader, OrchestrationMetadata? begun) => begun?.RuntimeStatus switch
    {
        OrchestrationRuntimeStatus.Completed => new(reader, begun.ReadOutputAs<ImportReceipt>()),
        null or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated => null,
        _ => new(reader, null),
    };
}
