using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Web;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Announcements;

/// <summary>What those who spread the word are given.</summary>
public sealed class AnnouncementActivities(CohortStore cohorts, Correspondence correspondence, IOptions<WebOptions> web)
{
    /// <summary>Texts and flyers to whoever does marketing, and to the leads.</summary>
    [Function(nameof(SendAnnouncement))]
    public async Task SendAnnouncement([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        foreach (var member in settings.Committee.Where(member => member.Is(CommitteeRole.Marketing) || member.Is(CommitteeRole.Lead)))
            await correspondence.WriteAsync(cohortId, member, new("announcement", "announcement", "announcement")
            {
                Model = new Dictionary<string, object?>
                {
                    ["deadline"] = DateText.Day(settings.Dates.ApplicationsClose, member.Language),
                    ["apply_url"] = new Uri(web.Value.BaseAddress, $"apply/{cohortId}"),
                    ["flyers"] = Array.Empty<object>(),
                },
            });
    }
}
