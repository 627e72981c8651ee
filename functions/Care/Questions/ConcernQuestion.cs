using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Concerns;

namespace Ilnp.Care.Questions;

/// <summary>What a liaison, or for conduct a lead, is asked about a concern: form names, choices, event name.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="AboutId">Whom it concerns first.</param>
public sealed record ConcernQuestion(ConcernKind Kind, string AboutId)
{
    /// <summary>A new partner for whoever needs one; nobody leaves the programme by it.</summary>
    public const string Part = "part";

    /// <summary>The silent person leaves the programme.</summary>
    public const string Remove = "remove";

    /// <summary>A new partner for whoever reported; the others get none until the leads say so.</summary>
    public const string Hold = "hold";

    public const string Wait = "wait";

    /// <summary>They go on together.</summary>
    public const string Well = "well";

    /// <summary>Raised when it is decided.</summary>
    public const string Decided = "LiaisonDecided";

    static readonly Dictionary<ConcernKind, string> Forms = new()
    {
        [ConcernKind.Silence] = "liaison-silence",
        [ConcernKind.Mutual] = "liaison-mutual",
        [ConcernKind.Mismatch] = "liaison-mismatch",
        [ConcernKind.Quiet] = "liaison-quiet",
        [ConcernKind.Trouble] = "lead-trouble",
    };

    public static string FormOf(ConcernKind kind) => Forms[kind];

    /// <summary>A question of its own for each time that it is asked anew, so that the same answer can be given twice.</summary>
    public static string DecisionId(string groupId, Concern concern, string deciderId) =>
        $"{FormOf(concern.Kind)}-{groupId}-{concern.Number}-{concern.Turn}-{deciderId}-{concern.AboutId}";

    /// <summary>Id of the same question to somebody else.</summary>
    public static string To(string decisionId, string deciderId, string otherId)
    {
        var about = decisionId[decisionId.LastIndexOf('-')..];
        return $"{decisionId[..^(deciderId.Length + about.Length)]}{otherId}{about}";
    }

    /// <summary>The same question to somebody else; to whom it was asked, the question itself.</summary>
    public static DecisionRequest AskedOf(Decision open, string deciderId) => open.SubjectId == deciderId
        ? open.Request
        : open.Request with { SubjectId = deciderId, DecisionId = To(open.DecisionId, open.SubjectId, deciderId) };

    /// <summary>The same for all who were asked the same; of other questions their ids.</summary>
    public static string Whoever(Decision decision) =>
        Read(decision.DecisionId) is null ? decision.DecisionId : To(decision.DecisionId, decision.SubjectId, "");

    /// <summary>About which group a question is, and which of its concerns; null when it is no question about a concern.</summary>
    public static (string GroupId, int Number)? Asked(string decisionId) =>
        Read(decisionId) is { } question && decisionId[(FormOf(question.Kind).Length + 1)..].Split('-') is [var group, var number, ..]
            ? (group, int.Parse(number, CultureInfo.InvariantCulture)) : null;

    /// <summary>What a decision's id asks; null when it is no question about a concern. Person ids have no hyphens.</summary>
    public static ConcernQuestion? Read(string decisionId)
    {
        foreach (var (kind, form) in Forms)
            if (decisionId.StartsWith($"{form}-", StringComparison.Ordinal))
                return new(kind, decisionId[(decisionId.LastIndexOf('-') + 1)..]);
        return null;
    }
}
