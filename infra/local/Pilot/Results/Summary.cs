namespace Ilnp.Local.Pilot.Results;

/// <summary>A cohort in figures: <c>summary.json</c>, names in camel case.</summary>
sealed record Summary
{
    public required ApplicationFigures Applications { get; init; }
    public required CountryFigures Countries { get; init; }

    /// <summary>All groups ever formed, in the order of forming.</summary>
    public required IReadOnlyList<GroupFigures> Groups { get; init; }

    public required AvailabilityFigures Availability { get; init; }

    /// <summary>Groups that were formed after the introductions.</summary>
    public required int Rematches { get; init; }

    public required CareFigure Care { get; init; }
    public required MailFigures Mails { get; init; }
    public required SurveyFigures Surveys { get; init; }

    /// <summary>Files issued.</summary>
    public required int Certificates { get; init; }

    public required OrchestrationFigures Orchestrations { get; init; }

    /// <summary>Requests to storage by the app and by its host, in this run of the command.</summary>
    public required long StorageTransactions { get; init; }

    /// <summary>From the command's start to the last result, in this run of the command.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>Part of it in which simulated time passed.</summary>
    public required double CohortSeconds { get; init; }

    /// <summary>The most memory that this process used, storage's process not counted.</summary>
    public required long PeakMemoryMegabytes { get; init; }
}

/// <param name="Received">Submissions stored.</param>
/// <param name="Duplicates">Submissions replaced by a later one of the same person.</param>
/// <param name="ProposedDuplicates">Pairs of people that the committee was asked about.</param>
/// <param name="Ineligible">People who do not meet the minimum, or are somebody else's second address.</param>
/// <param name="Eligible">All other people.</param>
sealed record ApplicationFigures(int Received, int Duplicates, int ProposedDuplicates, int Ineligible, int Eligible);

/// <param name="Applied">Countries of all applicants.</param>
/// <param name="Represented">Countries of those who took part to the end.</param>
sealed record CountryFigures(int Applied, int Represented);

/// <param name="Id">The group's id.</param>
/// <param name="Members">Application rows, from 1 without the header.</param>
/// <param name="Liaison">Committee member's id.</param>
/// <param name="Status">As in <see cref="Programme.GroupStatus"/>.</param>
sealed record GroupFigures(string Id, IReadOnlyList<int?> Members, string? Liaison, string Status);

/// <summary>The participation inquiry, last answers.</summary>
sealed record AvailabilityFigures(int Asked, int Yes, int Later, int No, int Silent);

/// <summary>As <see cref="Ilnp.Care.SilenceFigures"/>.</summary>
/// <param name="Waited">People who heard nothing from a partner and lost that partner by it.</param>
/// <param name="Count">Those of them who had a new partner.</param>
/// <param name="MedianDays">From their first word of it to the new partner; null for none.</param>
/// <param name="MostDays">The longest.</param>
/// <param name="InTime">Those who had a new partner within ten days.</param>
sealed record CareFigure(int Waited, int Count, double? MedianDays, double? MostDays, int InTime);

/// <param name="Total">Files in the mailbox.</param>
/// <param name="ByTemplate">In the order of the alphabet.</param>
sealed record MailFigures(int Total, IReadOnlyDictionary<string, int> ByTemplate);

/// <summary>Answers.</summary>
sealed record SurveyFigures(int Mid, int Final);

/// <summary>Instances by how they ended.</summary>
/// <param name="Completed">With success.</param>
/// <param name="Failed">Failed or terminated.</param>
/// <param name="Unfinished">Neither, which a finished cohort has none of.</param>
sealed record OrchestrationFigures(int Completed, int Failed, int Unfinished);
