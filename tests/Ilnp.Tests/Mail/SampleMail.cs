using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Mail.Samples;

namespace Ilnp.Tests.Mail;

/// <summary>A cohort and a model for each template, as the programme's steps give them.</summary>
static class SampleMail
{
    public static CohortSettings Cohort(string id = "spring-2020") => new()
    {
        Id = id,
        Name = "ILNP Spring 2020",
        TimeZone = "Europe/London",
        CapacityPairs = 25,
        Dates = new()
        {
            Announce = new(2020, 3, 2),
            ApplicationsClose = new(2020, 3, 31),
            AskAvailability = new(2020, 4, 14),
            AvailabilityCloses = new(2020, 4, 28),
            Introduce = new(2020, 5, 4),
            MidSurvey = new(2020, 7, 1),
        },
        Committee = [new()
        {
            Id = "lead",
            Name = "Ada Lead",
            Email = "ada@example.org",
            Roles = [CommitteeRole.Lead, CommitteeRole.Liaison],
            LiaisonLoad = 30,
        }],
    };

    public static MailMessage Of(
        string template, string cohort = "spring-2020", string person = "P1", string occurrence = "1", string language = "en") => new()
        {
            Key = new(cohort, template, occurrence, person),
            Template = template,
            Language = language,
            To = new("María José Núñez", "maria@example.org"),
            ReplyTo = new("Ada Lead", "ada@example.org"),
            Model = Models[template],
        };

    /// <summary>Those of all rooms.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Models { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, object?>>(
        [
            .. AnnouncementsMails.Models,
            .. ApprovalsMails.Models,
            .. AssignmentsMails.Models,
            .. AvailabilityMails.Models,
            .. CareMails.Models,
            .. CertificatesMails.Models,
            .. CohortMails.Models,
            .. CommitteeMails.Models,
            .. ContinuingMails.Models,
            .. IntakeMails.Models,
            .. IntroductionsMails.Models,
            .. MatchingMails.Models,
            .. MeetingsMails.Models,
            .. OperationsMails.Models,
            .. OwnMails.Models,
            .. PromptsMails.Models,
            .. ReportsMails.Models,
            .. ReturningMails.Models,
            .. RightsMails.Models,
            .. ScreeningMails.Models,
            .. SecondPartnersMails.Models,
            .. StandstillMails.Models,
            .. StoriesMails.Models,
            .. SurveysMails.Models,
        ]);
}
