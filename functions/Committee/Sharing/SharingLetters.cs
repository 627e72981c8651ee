using System.Globalization;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Sharing;

/// <summary>Tells the leads that somebody changed a file which the app keeps current, and where their version is.</summary>
public sealed class SharingLetters(Correspondence correspondence, TextShelf texts, IOptions<WebOptions> web)
{
    const string Step = "sharing";

    /// <param name="cohort">Whose leads.</param>
    /// <param name="file">With their version as the last that it keeps.</param>
    /// <param name="goes">That their version is deleted at once, since somebody in it was erased.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task TellAsync(CohortSettings cohort, SharedFile file, bool goes, CancellationToken cancellation)
    {
        var kept = file.Kept[^1];
        foreach (var lead in cohort.Leads)
            await correspondence.WriteAsync(
                cohort.Id,
                lead,
                new(
                    Step,
                    string.Create(
                        CultureInfo.InvariantCulture, $"kept-{Path.GetFileNameWithoutExtension(file.Name)}-{kept.At:yyyyMMddHHmm}"),
                    goes ? "file-gone" : "file-kept")
                {
                    Model = new Dictionary<string, object?>
                    {
                        ["file"] = texts.In(lead.Language)[SharedModel.KeyOf(file)],
                        ["file_name"] = file.Name,
                        ["kept_name"] = kept.Name,
                        ["days"] = (int)SharedFiles.KeptFor.TotalDays,
                        ["url"] = new Uri(web.Value.BaseAddress, SharingPages.PathOf(cohort.Id)[1..]),
                    },
                },
                cancellation);
    }
}
