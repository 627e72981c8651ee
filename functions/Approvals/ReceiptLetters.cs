using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Texts;

namespace Ilnp.Approvals;

/// <summary>What a receipt says: the answers as they are recorded, until when they can be changed, and how the question stands.</summary>
public sealed class ReceiptLetters(
    DecisionLinks links, FormCatalogue forms, TextShelf texts, Tallies tallies, DecisionChecks checks, CommitteeForms committee)
{
    /// <summary>One for each version of a decision.</summary>
    public async Task<Letter> OfAsync(Decision decision, DecisionSubject subject, CancellationToken cancellation)
    {
        var words = texts.In(subject.Language);
        var facts = decision.Facts(subject, words);
        var form = new FormView(forms.Get(decision.Request.Form), FormReading.Filled(decision.Answers!), words, facts, "decision.submit");
        return new("decision-receipt", $"{decision.DecisionId}-{decision.Version}", TemplateOf(form.Form))
        {
            Model = new Dictionary<string, object?>
            {
                ["what"] = words.Plain($"{decision.Request.Form}.title", facts),
                ["answers"] = form.Lines(),
                ["change_url"] = links.Address(decision),
                ["close_date"] = facts["close_date"],
                ["until"] = words.Find($"{form.Form.Name}.until") is null ? null : words.Plain($"{form.Form.Name}.until", facts),
                ["is_over"] = (await checks.StandAsync(decision, cancellation)).OverKey is not null,
                ["is_open"] = await tallies.FindAsync(decision, cancellation) is { Outcome: null },
            },
        };
    }

    /// <summary>What the committee decides is open as long as its step is, and not until a day.</summary>
    string TemplateOf(Form form) => form.Final ? "decision-taken" : committee.Has(form.Name) ? "decision-noted" : "decision-receipt";
}
