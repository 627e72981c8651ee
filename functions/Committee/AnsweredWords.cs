using Ilnp.Approvals;
using Ilnp.Forms;

namespace Ilnp.Committee;

/// <summary>What somebody chose, in the reader's words.</summary>
static class AnsweredWords
{
    /// <summary>Null for what only collects, and for what the reader may not know.</summary>
    public static string? Of(Decision decision, CommitteeReader reader, IReadOnlyDictionary<string, string> facts, FormCatalogue forms)
    {
        if (decision.Choice is not { } choice || !Confidential.IsOpenTo(reader.Member, choice)) return null;
        var form = forms.Get(decision.Request.Form);
        return reader.Texts.Plain(form.Questions.First(question => question.Key == form.Decides).OptionKey(form.Name, choice), facts);
    }
}
