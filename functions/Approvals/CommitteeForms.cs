using Ilnp.Forms;
using Ilnp.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Approvals;

/// <summary>A form that the committee is asked by; registered by its step.</summary>
/// <param name="Name">Of the form.</param>
/// <param name="Roles">Whoever has one of them may answer.</param>
public sealed record CommitteeForm(string Name, params IReadOnlyList<CommitteeRole> Roles)
{
    /// <summary>Id of the same question to another member; without it, ids end with the member's.</summary>
    public Func<string, string, string, string>? IdFor { get; init; }

    /// <summary>Whether all who may decide it were asked from the beginning: nobody else may be told of it.</summary>
    public bool IsAskedTogether { get; init; }

    /// <summary>The choice that takes as many members as the settings say; null where each who was asked answers alone.</summary>
    public string? Agreeing { get; init; }
}

/// <summary>Whether somebody of the committee may still answer what they were asked: who left, or has lost the role, may not.</summary>
public sealed class CommitteeForms(IEnumerable<CommitteeForm> forms)
{
    readonly Dictionary<string, CommitteeForm> byName = forms.ToDictionary(form => form.Name);

    /// <summary>Whether the committee is asked by it, and not participants.</summary>
    public bool Has(string form) => byName.ContainsKey(form);

    /// <summary>Null for what participants are asked.</summary>
    public CommitteeForm? Find(string form) => byName.GetValueOrDefault(form);

    /// <summary>Whether it is still the decision of whom it was asked; always for what participants are asked.</summary>
    /// <param name="cohort">With its committee as it is now.</param>
    /// <param name="decision">As asked.</param>
    public bool IsTheirs(CohortSettings cohort, Decision decision) =>
        !byName.TryGetValue(decision.Request.Form, out var form)
            || (cohort.Member(decision.SubjectId) is { } member && form.Roles.Any(member.Is));

    /// <summary>Id of the same question to another member of the committee.</summary>
    public string IdFor(DecisionRequest question, string memberId) => Find(question.Form)?.IdFor is { } own
        ? own(question.DecisionId, question.SubjectId, memberId)
        : $"{question.DecisionId[..^question.SubjectId.Length]}{memberId}";

    /// <summary>The same question to another member; to whom it was asked, the question itself.</summary>
    public DecisionRequest To(DecisionRequest question, string memberId) => question.SubjectId == memberId
        ? question
        : question with { SubjectId = memberId, DecisionId = IdFor(question, memberId) };

    /// <summary>The same for all who were asked the same.</summary>
    public string MatterOf(DecisionRequest question) => IdFor(question, "*");

    /// <summary>Without what nobody needs to answer any more, since others of the committee have decided it.</summary>
    /// <param name="decisions">All of the cohort.</param>
    /// <param name="cohort">By whose settings they are decided.</param>
    public IReadOnlyList<Decision> Unsettled(IReadOnlyList<Decision> decisions, CohortSettings cohort)
    {
        var settled = Settled(decisions, cohort.Of<ApprovalSettings>().Needed);
        return [.. decisions.Where(decision =>
            decision.Version > 0 || !Has(decision.Request.Form) || !settled.Contains(MatterOf(decision.Request)))];
    }

    /// <summary>Matters that are decided, of those that several are asked and that are decided once.</summary>
    /// <param name="decisions">All of the cohort.</param>
    /// <param name="needed">How many must agree.</param>
    public IReadOnlySet<string> Settled(IEnumerable<Decision> decisions, int needed) => decisions
        .Where(decision => decision.Version > 0 && Find(decision.Request.Form)?.Agreeing is not null)
        .GroupBy(decision => MatterOf(decision.Request))
        .Where(answered => answered.Any(one => one.Choice != Find(one.Request.Form)!.Agreeing) || answered.Count() >= needed)
        .Select(answered => answered.Key).ToHashSet();
}

/// <summary>How a step brings a form for the committee.</summary>
public static class CommitteeFormsRegistration
{
    public static IServiceCollection AddCommitteeForm(
        this IServiceCollection services, Form form, params IReadOnlyList<CommitteeRole> roles) =>
        services.AddCommitteeForm(form, new CommitteeForm(form.Name, roles));

    public static IServiceCollection AddCommitteeForm(this IServiceCollection services, Form form, CommitteeForm asked) =>
        services.AddForm(form).AddSingleton(asked);
}
