using Ilnp.Approvals;
using Ilnp.Assignments.Questions;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Assignments;

/// <summary>A line in a month's prompt: a task that the group could do, and the page that has them all.</summary>
public sealed class AssignmentOffers(DecisionLinks links, TextShelf texts, TimeProvider time)
{
    /// <summary>Null before they are offered and after their last day, and for a group that has handed in.</summary>
    /// <param name="settings">The cohort's.</param>
    /// <param name="group">As stored now.</param>
    /// <param name="reader">Who reads the mail.</param>
    /// <param name="partners">The group's others.</param>
    /// <param name="month">The prompt's, from 1.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<AssignmentOffer?> FindAsync(
        CohortSettings settings, Group group, Person reader, IReadOnlyList<Person> partners, int month, CancellationToken cancellation)
    {
        if (group.HandedInAt is not null || !AssignmentRules.AreTogether(group) || !AssignmentRules.IsOffered(settings, month)
            || time.GetUtcNow().UtcDateTime >= new ProgrammeCalendar(settings).FinalSurveyCloses) return null;
        var page = await links.OpenAsync(HandIn.Question(settings, group, reader, partners), cancellation);
        return new(JointTasks.Title(JointTasks.For(group), texts.In(reader.MailLanguage)), page);
    }
}

/// <param name="Title">Of the task.</param>
/// <param name="Page">Where it is handed in; shows the others too.</param>
public sealed record AssignmentOffer(string Title, Uri Page);
