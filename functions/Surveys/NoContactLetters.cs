using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Surveys;

/// <summary>Somebody reports no contact in the half-way survey: whoever looks after their group hears of it, once.</summary>
public sealed class NoContactLetters(
    CohortStore cohorts, PeopleStore people, GroupStore groups, Correspondence correspondence, TimeProvider time)
{
    /// <summary>Nothing for any other answer, and for somebody who is in no group any more.</summary>
    public async Task WriteAsync(Decision survey, CancellationToken cancellation = default)
    {
        if (survey.Answers?.GetValueOrDefault(MidSurveyForm.HasContact) is not [MidSurveyForm.NoContact]) return;
        var settings = await cohorts.GetAsync(survey.CohortId, cancellation);
        if (await people.FindAsync(settings.Id, survey.SubjectId, cancellation) is not { GroupId: { } groupId } reporter) return;
        var group = await groups.GetAsync(settings.Id, groupId, cancellation);
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(settings.Id, member, cancellation)));
        foreach (var liaison in settings.LookingAfter(group, settings.Today(time.GetUtcNow())))
            await correspondence.WriteAsync(settings.Id, liaison, Letter(reporter, group, members, liaison), cancellation);
    }

    static Letter Letter(Person reporter, Group group, IReadOnlyList<Person> members, CommitteeMember liaison) =>
        new(MidSurveyForm.Form.Name, $"no-contact-{reporter.PersonId}", "liaison-no-contact")
        {
            Model = new Dictionary<string, object?>
            {
                ["group"] = group.GroupId,
                ["members"] = members.Select(member => member.Described(liaison.Language)).ToList(),
                ["reporter"] = reporter.Name,
            },
        };
}
