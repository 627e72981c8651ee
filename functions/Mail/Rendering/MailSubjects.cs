using System.Text.RegularExpressions;
using Ilnp.Mail.Ledger;
using Ilnp.Privacy;
using Ilnp.Programme;

namespace Ilnp.Mail.Rendering;

/// <summary>What stood in the subject of a mail, as far as its template tells: the ledger keeps no text.</summary>
public sealed partial class MailSubjects(MailTemplates templates)
{
    /// <summary>A mail of an earlier release, whose template is no more, is called by the template's name.</summary>
    public string Of(LedgerEntry mail, CohortSettings cohort)
    {
        var subject = (templates.Has(mail.Template) ? templates.Get(mail.Template, mail.Language).HeadText("subject") : null)
            ?? mail.Template;
        var named = Named().Replace(subject, cohort.NameIn(mail.Language));
        return Blank().Replace(Either().Replace(named, "$1 / $2"), Redaction.Left);
    }

    [GeneratedRegex(@"\{\{-?\s*programme\s*-?\}\}")]
    private static partial Regex Named();

    /// <summary>One of two: which one is not known any more.</summary>
    [GeneratedRegex(@"\{\{-?\s*if\b[^{}]*\}\}([^{}]*)\{\{-?\s*else\s*-?\}\}([^{}]*)\{\{-?\s*end\s*-?\}\}")]
    private static partial Regex Either();

    /// <summary>A name, a date, or words for one case of several.</summary>
    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Blank();
}
