using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Operations.Stuck;

/// <summary>Tells of what is stuck, each thing once: the ledger has its key, so that every sweep may ask for it.</summary>
public sealed class StuckLetters(Correspondence correspondence, TextShelf texts, IOptions<WebOptions> web, ILogger<StuckLetters> logger)
{
    public async Task TellAsync(CohortSettings cohort, StuckThing stuck, CancellationToken cancellation)
    {
        var told = StuckRules.Told(cohort, stuck);
        if (told.Count == 0) logger.LogError("Cohort {Cohort} has nobody who could be told of {Key}.", cohort.Id, stuck.Key);
        foreach (var member in told)
        {
            try
            {
                await correspondence.WriteAsync(cohort.Id, member, Letter(cohort, stuck, texts.In(member.Language)), cancellation);
            }
            catch (TransientFailure e)
            {
                logger.LogWarning(e, "The mail on {Key} could not be sent; it is tried again.", stuck.Key);
            }
        }
    }

    Letter Letter(CohortSettings cohort, StuckThing stuck, PageTexts words)
    {
        var facts = Facts(cohort, stuck, words);
        return new("stuck", stuck.Key, "stuck")
        {
            Model = new Dictionary<string, object?>
            {
                ["what"] = words.Plain(StuckWords.What(stuck), facts),
                ["meaning"] = words.Plain(StuckWords.Meaning(stuck), facts),
                ["advice"] = words.Plain(StuckWords.Advice(stuck), facts),
                ["url"] = new Uri(web.Value.BaseAddress, $"cohorts/{cohort.Id}{Page(stuck.Kind)}"),
            },
        };
    }

    /// <summary>Where one press acts; the overview where that is elsewhere.</summary>
    static string Page(StuckKind kind) => kind switch
    {
        StuckKind.Mails => "/mails-in-doubt",
        StuckKind.Form or StuckKind.Stray => "/questions",
        _ => "",
    };

    /// <summary>What the texts may name.</summary>
    public static IReadOnlyDictionary<string, string> Facts(
        CohortSettings cohort, StuckThing stuck, PageTexts words) => new Dictionary<string, string>
        {
            ["count"] = $"{stuck.Count}",
            ["since"] = DateText.At(stuck.Since, cohort, words.Language),
            ["name"] = cohort.Committee.FirstOrDefault(member => member.Id == stuck.MemberId)?.Name ?? "",
            ["provider"] = stuck.Provider ?? "",
            ["mails"] = string.Join(", ", stuck.Templates.Select(template => words.Find($"mail.{template}") ?? template)),
        };
}

/// <summary>Texts of what is stuck.</summary>
static class StuckWords
{
    public static string What(StuckThing stuck) => $"stuck.{Name(stuck.Kind)}.what";

    public static string Meaning(StuckThing stuck) => $"stuck.{Name(stuck.Kind)}.meaning";

    public static string Advice(StuckThing stuck) => $"stuck.{Name(stuck.Kind)}.advice";

    static string Name(StuckKind kind) => kind.ToString().ToLowerInvariant();
}
