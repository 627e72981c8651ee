using System.Text.Json;
using System.Text.Json.Serialization;
using Ilnp.Cohort.Moves;
using Ilnp.Committee.Members;
using Ilnp.Programme;

namespace Ilnp.Committee.Acts;

/// <summary>Something that a member of the committee did about a person or a group: kept as long as their data are.</summary>
/// <param name="SubjectId">About whom: a person's id, or a group's.</param>
/// <param name="At">When it was begun, UTC.</param>
/// <param name="MemberId">Who did it.</param>
/// <param name="Action">Name of the action.</param>
public sealed record CommitteeAct(string SubjectId, DateTimeOffset At, string MemberId, string Action)
{
    /// <summary>What was changed, by field; null for what changed no field.</summary>
    public IReadOnlyList<FieldChange>? Changes { get; init; }

    /// <summary>Who of the committee was changed, as they were and are; null for acts about people and groups.</summary>
    public MemberChange? Member { get; init; }

    /// <summary>Which days of the cohort were moved; null for other acts.</summary>
    public DatesMove? Dates { get; init; }

    /// <summary>The meeting of everybody that was called or called off; null for other acts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] // a press is known by these words, also by those of former releases
    public WholeMeeting? Meeting { get; init; }

    /// <summary>Who looks after which group from then on, by ids: what was begun goes on as it was decided. Null for none.</summary>
    public IReadOnlyDictionary<string, string>? To { get; init; }

    /// <summary>What was decided about many people at once; null for acts about one.</summary>
    public BulkPlan? Bulk { get; init; }

    /// <summary>
    /// Of the page's address, so that the same press is known when it comes again; null where acts are known by their content.
    /// </summary>
    public string? Press { get; init; }

    /// <summary>The member's own words, or which mail it is about; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Written down before it is done, so that nothing is done without a trace; false where it may have ended half-way.</summary>
    public bool IsDone { get; init; }

    /// <summary>
    /// How often the same press came again while it was not done: whoever cannot do it then sees that somebody else may be doing it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] // a press is known by these words, also by those of former releases
    public int TakenUp { get; init; }

    /// <summary>Whether the same press says the same once more, whenever it came and however far it got.</summary>
    public bool IsSameAs(CommitteeAct other) => JsonSerializer.Serialize(Said) == JsonSerializer.Serialize(other.Said);

    CommitteeAct Said => this with { At = default, IsDone = false, TakenUp = 0 };
}

/// <summary>A field before and after a change.</summary>
public sealed record FieldChange(string Field, string Before, string After)
{
    public const string Name = "name",
        Email = "email",
        Country = "country",
        TimeZone = "timezone",
        Language = "language",
        Liaison = "liaison",
        Roles = "roles",
        Load = "load",
        Rows = "rows",
        Messages = "messages",
        Service = "service";
}
