using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Announcements;

/// <summary>What those who spread the word are given.</summary>
public sealed class AnnouncementActivities(
    CohortStore cohorts, AnnouncementStore announcements, SignedFiles files,
    Correspondence correspondence, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>Days after the last day of applications on which flyers and texts can still be fetched.</summary>
    const int FetchableDays = 60;

    /// <summary>Texts and flyers to whoever does marketing, and to the leads.</summary>
    [Function(nameof(SendAnnouncement))]
    public async Task SendAnnouncement([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var applyUrl = new Uri(web.Value.BaseAddress, $"apply/{cohortId}");
        var made = await announcements.PutAllAsync(settings, applyUrl);
        foreach (var member in settings.Committee.Where(member => member.Is(CommitteeRole.Marketing) || member.Is(CommitteeRole.Lead)))
            await correspondence.WriteAsync(cohortId, member, new("announcement", "announcement", "announcement")
            {
                Model = new Dictionary<string, object?>
                {
                    ["deadline"] = DateText.Day(settings.Dates.ApplicationsClose, member.Language),
                    ["apply_url"] = applyUrl,
                    ["flyers"] = made.SelectMany(language => Links(language, settings)).ToList(),
                    ["pictures"] = made.SelectMany(language => Pictures(language, settings)).ToList(),
                    ["spread_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{cohortId}/spread"),
                },
            });
    }

    /// <summary>
    /// Flyers and texts anew behind the links that were mailed, with the last day of applications as it is
    /// now; nothing where nothing was announced.
    /// </summary>
    [Function(nameof(RenewAnnouncement))]
    public async Task RenewAnnouncement([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        if (time.GetUtcNow() < new ProgrammeCalendar(settings).Announce) return;
        await announcements.PutAllAsync(settings, new Uri(web.Value.BaseAddress, $"apply/{cohortId}"));
    }

    /// <summary>Two links for each language, as the template lists them.</summary>
    IEnumerable<IReadOnlyDictionary<string, object?>> Links(AnnouncementFiles made, CohortSettings settings)
    {
        yield return Link(made.Language, made.Flyer, settings);
        yield return Link($"{made.Language}: texts to copy", made.Posts, settings);
    }

    IEnumerable<IReadOnlyDictionary<string, object?>> Pictures(AnnouncementFiles made, CohortSettings settings)
    {
        yield return Link($"{made.Language}: square", made.Square, settings);
        yield return Link($"{made.Language}: story", made.Story, settings);
    }

    Dictionary<string, object?> Link(string label, string blob, CohortSettings settings)
    {
        var until = new ProgrammeCalendar(settings).ApplicationsClose.AddDays(FetchableDays);
        return new() { ["language"] = label, ["url"] = files.AddressOf(AnnouncementStore.Container, blob, until) };
    }
}
