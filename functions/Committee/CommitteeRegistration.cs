using Ilnp.Committee.Acts;
using Ilnp.Committee.Audit;
using Ilnp.Committee.Calendars;
using Ilnp.Committee.Dates;
using Ilnp.Committee.Drafts;
using Ilnp.Committee.Drafts.Preview;
using Ilnp.Committee.Duplicates;
using Ilnp.Committee.FormQuestions;
using Ilnp.Committee.Groups.Actions;
using Ilnp.Committee.HandOver;
using Ilnp.Committee.InDoubt;
using Ilnp.Committee.Mailbox;
using Ilnp.Committee.Mailings;
using Ilnp.Committee.Meetings;
using Ilnp.Committee.Members;
using Ilnp.Committee.Overview;
using Ilnp.Committee.OwnWords;
using Ilnp.Committee.People;
using Ilnp.Committee.People.Actions;
using Ilnp.Committee.People.Bulk;
using Ilnp.Committee.PersonalData;
using Ilnp.Committee.Proposals;
using Ilnp.Committee.Sharing;
using Ilnp.Committee.SignIn;
using Ilnp.Committee.StoryDesk;
using Ilnp.Committee.Unknown;
using Ilnp.Mail;
using Ilnp.Privacy;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Committee;

/// <summary>The committee's pages, and who may see them.</summary>
public static class CommitteeRegistration
{
    public static IServiceCollection AddCommittee(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddPersonActions()
            .AddGroupActions()
            .AddUnknown()
            .AddMembers()
            .AddSingleton<DuplicateReading>()
            .AddSingleton<DoubtReading>()
            .AddSingleton<DoubtQuestions>()
            .AddSingleton<DoubtPresses>()
            .AddSingleton<DatesFiles>()
            .AddSingleton<DatesPresses>()
            .AddSingleton<MeetingFiles>()
            .AddSingleton<MeetingPresses>()
            .AddSingleton<StoryPresses>()
            .AddFormQuestions()
            .AddOwnWords()
            .AddSingleton<MailingAudience>()
            .AddSingleton<MailingReading>()
            .AddSingleton<MailingLetters>()
            .AddSingleton<CalendarLinks>()
            .AddSingleton<SharedFileStore>()
            .AddSingleton<SharedContents>()
            .AddSingleton<SharingLetters>()
            .AddSingleton<SharedFiles>()
            .AddPersonalData<SharedData>(SharedData.Held)
            .AddSingleton<MailingPresses>()
            .AddSingleton<CommitteeActStore>()
            .AddPersonalData<CommitteeActsData>(CommitteeActsData.Held)
            .AddSingleton<PersonCircles>()
            .AddSingleton<PersonFiles>()
            .AddSingleton<PeopleReading>()
            .AddSingleton<BulkReading>()
            .AddTexts("Committee", "")
            .AddTexts("Committee/PersonalData")
            .AddMails("Committee", "")
            .AddSingleton<SignInLinks>()
            .AddSingleton<CommitteeSessions>()
            .AddSingleton<MailboxSearch>()
            .AddSingleton<MailboxVisitors>()
            .AddSingleton<CommitteePages>()
            .AddSingleton<SignedOut>()
            .AddSingleton<DraftStore>()
            .AddSingleton<PlannedMails>()
            .AddSingleton<DraftVisits>()
            .AddSingleton<DraftCheck>()
            .AddSingleton<DraftStarter>()
            .AddSingleton<FirstDraft>()
            .AddFreeOfPersonalData(
                "table Drafts",
                "cohorts that are being prepared, for 180 days after somebody saved or opened them; names and addresses of the committee")
            .AddSingleton<IAges, DraftRetention>()
            .AddSingleton<MatchingReading>()
            .AddSingleton<AuditReading>()
            .AddSingleton<SecretsInUse>()
            .AddSingleton<OverviewFacts>()
            .AddSingleton<OverviewQuestions>()
            .AddSingleton<OverviewMails>()
            .AddSingleton<OverviewForms>()
            .AddSingleton<CohortOverviews>();
    }
}
