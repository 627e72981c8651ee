using Ilnp.Approvals;
using Ilnp.Assignments;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Together;

/// <summary>
/// What groups handed in of joint tasks, for the committee: of each whether it may be shown, and its words where all of the group agree.
/// </summary>
public sealed class JointTasksPages(CommitteePages committee, DecisionStore decisions, PeopleStore people, GroupStore groups)
{
    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/assignments";

    [Function(nameof(ShowJointTasks))]
    public Task<IActionResult> ShowJointTasks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/assignments")] HttpRequest request,
        string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var (answers, known, formed) = (
                decisions.AssignmentsAsync(cohortId, cancellation), people.ListAsync(cohortId, cancellation),
                groups.ListAsync(cohortId, cancellation));
            var (count, of) = AssignmentRules.Figure(await formed);
            return new HtmlPage(JointTasksPage.Create(new(
                reader, count, of,
                [.. AssignmentReading.Of(await formed, await known, await answers).Select(one => new JointRow(one.Group, one.Joint))])));
        });
}

/// <summary>The committee's page of joint tasks.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Count">Groups that handed in.</param>
/// <param name="Of">Groups that are together.</param>
/// <param name="Rows">In the order of groups.</param>
public sealed record JointTasksModel(CommitteeReader Reader, int Count, int Of, IReadOnlyList<JointRow> Rows)
{
    /// <summary>What the cohort's settings say, a text's key.</summary>
    public string OfferedKey =>
        Reader.Cohort.Of<AssignmentSettings>().FromMonth == 0 ? "assignments.off" : "assignments.intro";
}

/// <summary>What one group handed in.</summary>
public sealed record JointRow(Group Group, JointWork Joint)
{
    /// <summary>Whether it may be shown, a text's key.</summary>
    public string StateKey => Joint.Showable switch
    {
        Showable.Named => "assignments.state.named",
        Showable.Unnamed => "assignments.state.unnamed",
        Showable.Open => "assignments.state.open",
        _ => "assignments.state.not",
    };
}
