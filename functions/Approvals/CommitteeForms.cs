using Ilnp.Forms;
using Ilnp.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Approvals;

/// <summary>A form that the committee is asked by; registered by its step.</summary>
/// <param name="Name">Of the form.</param>
/// <param name="Roles">Whoever has one of them may answer.</param>
public sealed record CommitteeForm(string Name, params IReadOnlyList<CommitteeRole> Roles);

/// <summary>Whether somebody of the committee may still answer what they were asked: who left, or has lost the role, may not.</summary>
public sealed class CommitteeForms(IEnumerable<CommitteeForm> forms)
{
    readonly Dictionary<string, CommitteeForm> byName = forms.ToDictionary(form => form.Name);

    /// <summary>Whether the committee is asked by it, and not participants.</summary>
    public bool Has(string form) => byName.ContainsKey(form);

    /// <summary>Whether it is still the decision of whom it was asked; always for what participants are asked.</summary>
    /// <param name="cohort">With its committee as it is now.</param>
    /// <param name="decision">As asked.</param>
    public bool IsTheirs(CohortSettings cohort, Decision decision) =>
        !byName.TryGetValue(decision.Request.Form, out var form) || (cohort.Member(decision.SubjectId) is { } member && form.Roles.Any(member.Is));
}

/// <summary>How a step brings a form for the committee.</summary>
public static class CommitteeFormsRegistration
{
    public static IServiceCollection AddCommitteeForm(this IServiceCollection services, Form form, params IReadOnlyList<CommitteeRole> roles) =>
        services.AddForm(form).AddSingleton(new CommitteeForm(form.Name, roles));
}
