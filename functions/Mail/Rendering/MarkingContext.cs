using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Ilnp.Mail.Rendering;

/// <summary>Runs a template so that each value it writes becomes a mark; a name that the model has not is an error.</summary>
sealed class MarkingContext : TemplateContext
{
    readonly FillIns fillIns;

    public MarkingContext(ScriptObject model, FillIns fillIns) : base(CountFunction.For(fillIns.Language))
    {
        this.fillIns = fillIns;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        PushGlobal(model);
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is not null) Write(fillIns.Mark(textAsObject));
        return this;
    }
}
