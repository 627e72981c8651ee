using Ilnp.Approvals;
using Ilnp.Care.Liaisons;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Rights;

namespace Ilnp.Tests.Committee.Groups;

/// <summary>What the committee decides about groups, while their orchestrations run on simulated time.</summary>
public sealed class GroupsInTimeTests
{
    [Fact]
    public async Task GivenRunningGroups_WhenOneIsHandedOverAndOneDissolved_ThenTheirOrchestrationsGoByIt()
    {
        await using var cohort = await MarkedCohort.BeginAsync();
        var handedAt = new DateTimeOffset(MarkedCohort.Calendar.Introduce, TimeSpan.Zero).AddDays(6);
        await cohort.UntilAsync(handedAt);
        var settings = await cohort.Get<CohortStore>().GetAsync(MarkedCohort.Id);
        var groups = cohort.Get<GroupStore>();
        var running = (await groups.ListAsync(MarkedCohort.Id)).Where(group => group.Status == GroupStatus.Active).ToList();
        var (handed, dissolved) = (running[0], running[1]);
        var to = settings.Liaisons.First(liaison => liaison.Id != handed.LiaisonId);

        var handing = new HandingOver(MarkedCohort.Id, handed.GroupId, handed.LiaisonId!, to.Id, "amara", handedAt);
        Assert.True(await cohort.Get<GroupHandOver>().HandAsync(handing, isAgain: false, default));
        var foreseen = await cohort.Get<PartnersForeseen>().OfAsync(settings, dissolved);
        var said = new Dictionary<string, IReadOnlyList<string>> { ["choice"] = [Dissolving.Search] };
        await cohort.Get<OnBehalf>().AnswerAsync(
            Dissolving.Question(settings, dissolved, "amara"), said, Dissolving.Search, cohort.Orchestrations, default);
        await cohort.UntilAsync(handedAt.AddDays(7));

        var mails = (await MailsAsync(cohort)).Where(mail => mail.Entry.SentAt >= handedAt).ToList();
        var members = await Task.WhenAll(handed.Members.Select(member => cohort.Get<PeopleStore>().GetAsync(MarkedCohort.Id, member)));
        var pulses = mails.Where(mail => mail.Entry.Template == "pulse" && members.Any(member => member.Email == mail.To[0].Address))
            .ToList();
        Assert.Equal(handed.Members.Count, pulses.Count);
        Assert.All(pulses, pulse => Assert.Equal(to.Email, Assert.Single(pulse.ReplyTo).Address));
        var week = Assert.Single(mails, mail => mail.Entry.Template == "liaison-week" && mail.To[0].Address == to.Email);
        Assert.Contains(members[0].Name, week.Text.Unwrapped(), StringComparison.Ordinal);

        var ended = await groups.GetAsync(MarkedCohort.Id, dissolved.GroupId);
        Assert.Equal((GroupStatus.Dissolved, "Dissolved"), (ended.Status, ended.EndedBy));
        foreach (var member in dissolved.Members)
        {
            var person = await cohort.Get<PeopleStore>().GetAsync(MarkedCohort.Id, member);
            Assert.True(person.Standing is Standing.Available or Standing.Active && person.GroupId != dissolved.GroupId);
            var promised = foreseen.Single(one => one.Seeker.PersonId == member);
            if (promised.With is [var partner])
                Assert.Contains(partner.PersonId, (await groups.GetAsync(MarkedCohort.Id, person.GroupId!)).Members);
            foreach (var asked in promised.Asking)
                Assert.NotEqual(Standing.Eligible, (await cohort.Get<PeopleStore>().GetAsync(MarkedCohort.Id, asked.PersonId)).Standing);
            Assert.Contains(mails, mail => mail.Entry.Template is "searching" or "new-partner" && mail.To[0].Address == person.Email);
        }
    }

    static async Task<IReadOnlyList<MailboxMail>> MailsAsync(MarkedCohort cohort)
    {
        var mailbox = cohort.Get<LocalMailbox>();
        return [.. (await Task.WhenAll(mailbox.List().Select(entry => mailbox.ReadAsync(entry.FileName)))).OfType<MailboxMail>()];
    }
}
