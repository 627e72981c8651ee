using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Ilnp.Mail.Rendering;

/// <summary>Runs a template so that each value it writes becomes a mark; a name that the model has not is an error.</summary>
sealed class MarkingContext : TemplateContext
{
    /// <summary>Scriban would copy them for each mail.</summary>
    static readonly BuiltinFunctions Builtins = new() { IsReadOnly = true };

    readonly FillIns fillIns;

    public MarkingContext(ScriptObject model, FillIns fillIns) : base(Builtins)
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
