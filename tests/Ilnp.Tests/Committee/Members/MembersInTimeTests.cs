using Ilnp.Committee;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Members;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Rights;
using Ilnp.Tests.Texts;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Committee.Members;

/// <summary>
/// A whole cohort on simulated time, in the middle of which a lead and a liaison leave, and another liaison is away for two weeks.
/// </summary>
public sealed class MembersInTimeTests
{
    static readonly DateTimeOffset Middle = new(MarkedCohort.Calendar.Introduce.AddDays(6), TimeSpan.Zero);

    [Fact]
    public async Task GivenARunningCohort_WhenALeadAndALiaisonLeave_ThenItGoesOnToItsEndWithoutThem()
    {
        await using var cohort = await MarkedCohort.BeginAsync();
        await cohort.UntilAsync(Middle);
        var before = await cohort.Get<CohortStore>().GetAsync(MarkedCohort.Id);
        var load = LiaisonRules.Loads(await cohort.Get<GroupStore>().ListAsync(MarkedCohort.Id));
        var lead = before.Leads.Single();
        var (by, liaison, away) = before.Liaisons.Where(one => one.Id != lead.Id && load.ContainsKey(one.Id)).Take(3).ToList() switch
        {
            [var one, var two, var three] => (one, two, three),
            var fewer => throw new InvalidOperationException($"Only {fewer.Count} liaisons have groups."),
        };

        await ChangeAsync(cohort, lead.Id, by.Id, member => member with { Roles = [.. member.Roles, CommitteeRole.Lead] });
        foreach (var goes in new[] { lead, liaison }) await ChangeAsync(cohort, by.Id, goes.Id, _ => null);
        var first = before.Today(Middle);
        await ChangeAsync(cohort, by.Id, away.Id, member => member with { Absence = new(first, first.AddDays(14), by.Id) });
        await cohort.UntilAsync(new DateTimeOffset(MarkedCohort.Calendar.FinalSurveyCloses, TimeSpan.Zero).AddDays(3));

        var status = await cohort.Orchestrations.FindAsync(InstanceIds.Cohort(MarkedCohort.Id), withStatus: true);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, status!.RuntimeStatus);
        await foreach (var instance in cohort.Orchestrations.GetAllInstancesAsync())
            Assert.NotEqual(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        var mails = (await MailsAsync(cohort)).Where(mail => mail.Entry.SentAt >= Middle).ToList();
        foreach (var gone in new[] { lead, liaison })
        {
            Assert.Single(mails, mail => mail.To[0].Address == gone.Email && mail.Entry.Template == "committee-left");
            Assert.DoesNotContain(mails, mail => mail.To[0].Address == gone.Email && mail.Entry.SentAt > Middle);
            Assert.DoesNotContain(
                mails, mail => mail.Entry.SentAt > Middle.AddHours(1) && mail.ReplyTo.Any(reply => reply.Address == gone.Email));
        }

        Assert.All(
            await cohort.Get<GroupStore>().ListAsync(MarkedCohort.Id),
            group => Assert.False(group.Status == GroupStatus.Completed && group.LiaisonId == liaison.Id));
        var standingIn = mails.Where(mail => mail.Entry.Template == "liaison-week"
            && mail.Text.Unwrapped().Contains(away.Name, StringComparison.Ordinal) && mail.To[0].Address == by.Email).ToList();
        Assert.Equal(2, standingIn.Count);
        Assert.All(standingIn, week => Assert.True(week.Entry.SentAt < Middle.AddDays(15)));
    }

    /// <summary>
    /// The process ends when all is done but not yet noted; the same press once more goes on, and writes to nobody again.
    /// </summary>
    static async Task ChangeAsync(MarkedCohort cohort, string by, string id, Func<CommitteeMember, CommitteeMember?> change)
    {
        var acts = cohort.Get<CommitteeActStore>();
        var settings = await cohort.Get<CohortStore>().GetAsync(MarkedCohort.Id);
        var begun = new CommitteeAct(CommitteeFile.Subject, Middle, by, "")
        {
            Member = new(id, settings.Member(id), change(settings.Member(id)!)),
            To = change(settings.Member(id)!) is null
                ? GroupAllotment.Propose(
                    new MemberChange(id, settings.Member(id), null).Apply(settings, Middle),
                    id,
                    await cohort.Get<GroupStore>().ListAsync(MarkedCohort.Id))
                : null,
            Press = $"{id}-{Guid.NewGuid():N}",
        };
        begun = begun with { Action = begun.Member!.Action };
        var version = (await FileAsync()).Version;
        await Assert.ThrowsAsync<IOException>(() => acts.DoOnceAsync(MarkedCohort.Id, begun.Press!, begun, async act =>
        {
            Assert.True(await DoAsync(act));
            throw new IOException("The process ends.");
        }, default));
        var before = cohort.Get<LocalMailbox>().List().Count;
        Assert.True((await acts.DoOnceAsync(MarkedCohort.Id, begun.Press!, begun, DoAsync, default)).IsDone);
        Assert.Equal(before, cohort.Get<LocalMailbox>().List().Count);

        async Task<CommitteeFile> FileAsync()
        {
            var now = await cohort.Get<CohortStore>().GetAsync(MarkedCohort.Id);
            return await cohort.Get<CommitteeFiles>().ReadAsync(
                new CommitteeReader(now, now.Member(by)!, AppTexts.Shelf.In("en")), default);
        }

        async Task<bool> DoAsync(BegunAct act) =>
            await cohort.Get<MemberActs>().DoAsync(await FileAsync(), version, act, default);
    }

    static async Task<IReadOnlyList<MailboxMail>> MailsAsync(MarkedCohort cohort)
    {
        var mailbox = cohort.Get<LocalMailbox>();
        return [.. (await Task.WhenAll(mailbox.List().Select(entry => mailbox.ReadAsync(entry.FileName)))).OfType<MailboxMail>()];
    }
}
