using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Standstill;

/// <summary>Tells the committee what came late, and what came of it.</summary>
public sealed class LateLetters(
    CohortStore cohorts, DecisionStore decisions, IEnumerable<IOpenBeside> besides, TextShelf texts, Correspondence correspondence,
    IOptions<WebOptions> web)
{
    /// <summary>To the leads, and to whoever looks after the app.</summary>
    [Function(nameof(TellLate))]
    public async Task TellLate([ActivityTrigger] LateThing late)
    {
        if (await IsToldBesideAsync(late)) return;
        var settings = await cohorts.GetAsync(late.CohortId);
        var beside = await BesideAsync(late);
        var question = late.Open is [var open, ..] ? await decisions.FindAsync(late.CohortId, open) : null;
        foreach (var member in settings.Committee.Where(member => member.Is(CommitteeRole.Lead) || member.Is(CommitteeRole.Technical)))
        {
            var words = texts.In(member.Language);
            var facts = Facts(late, question, settings, words);
            await correspondence.WriteAsync(late.CohortId, member, new("standstill", Occurrence(late), "standstill")
            {
                Model = new Dictionary<string, object?>
                {
                    ["what"] = words.Plain($"standstill.{late.What}.what", facts),
                    ["more"] = string.Join(' ', beside.Append(late.What).Select(what => words.Plain($"standstill.{what}", facts))),
                    ["left_out"] = late.Given is null,
                    ["dates_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{late.CohortId}/dates"),
                },
            });
        }
    }

    /// <summary>Whether other questions stay open as long, in whose mail it is told.</summary>
    async Task<bool> IsToldBesideAsync(LateThing late) =>
        late.Given is { } given && besides.FirstOrDefault(beside => beside.What == late.What) is { } beside
        && (await decisions.ListAsync(late.CohortId, beside.With))
            .Any(other => other.AnsweredAt is null && given.IsMeant(other.Request.ClosesAt));

    /// <summary>What is told beside these questions.</summary>
    async Task<IReadOnlyList<string>> BesideAsync(LateThing late)
    {
        var told = new List<string>();
        foreach (var beside in besides)
            if (late.Given is { } given && given.Questions.Contains(beside.With) && await beside.IsOpenAsync(given)) told.Add(beside.What);
        return told;
    }

    static Dictionary<string, string> Facts(LateThing late, Decision? question, CohortSettings settings, PageTexts words) => new()
    {
        ["people"] = late.Open.Count.ToString(CultureInfo.InvariantCulture),
        ["count"] = late.Months.Count.ToString(CultureInfo.InvariantCulture),
        ["months"] = words.Locale.List([.. late.Months.Select(month => month.ToString(CultureInfo.InvariantCulture))]),
        ["until"] = late.Given is { } given ? DateText.Until(new(given.Until, TimeSpan.Zero), settings, words.Language) : "",
        ["question"] = question is null ? "" : words.Find($"{question.Request.Form}.title") ?? question.Request.Form,
    };

    static string Occurrence(LateThing late) => late.Given is { } given
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{(late.What == LateThing.GoingOn ? $"{late.What}-" : given.Questions[0])}{given.Until:yyyyMMddHHmm}")
        : $"{late.What}-{string.Join('-', late.Months)}";
}
