using System.Globalization;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Standstill;

/// <summary>Tells the committee what came late, and what came of it.</summary>
public sealed class LateLetters(CohortStore cohorts, TextShelf texts, Correspondence correspondence, IOptions<WebOptions> web)
{
    /// <summary>To the leads, and to whoever looks after the app.</summary>
    [Function(nameof(TellLate))]
    public async Task TellLate([ActivityTrigger] LateThing late)
    {
        var settings = await cohorts.GetAsync(late.CohortId);
        foreach (var member in settings.Committee.Where(member => member.Is(CommitteeRole.Lead) || member.Is(CommitteeRole.Technical)))
            await correspondence.WriteAsync(late.CohortId, member, new("standstill", Occurrence(late), "standstill")
            {
                Model = new Dictionary<string, object?>
                {
                    ["what"] = Sentence(late, settings, texts.In(member.Language)),
                    ["left_out"] = late.Given is null,
                    ["dates_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{late.CohortId}/dates"),
                },
            });
    }

    static string Sentence(LateThing late, CohortSettings settings, PageTexts words) => words.Plain($"standstill.{late.What}", new Dictionary<string, string>
    {
        ["people"] = late.People.ToString(CultureInfo.InvariantCulture),
        ["count"] = late.Months.Count.ToString(CultureInfo.InvariantCulture),
        ["months"] = words.Locale.List([.. late.Months.Select(month => month.ToString(CultureInfo.InvariantCulture))]),
        ["until"] = late.Given is { } given ? DateText.At(new(given.Until, TimeSpan.Zero), settings, words.Language) : "",
    });

    static string Occurrence(LateThing late) => late.Given is { } given
        ? string.Create(CultureInfo.InvariantCulture, $"{given.Questions[0]}{given.Until:yyyyMMddHHmm}")
        : $"{late.What}-{string.Join('-', late.Months)}";
}
