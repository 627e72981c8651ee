using Ilnp.Mail.Languages;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Own;

/// <summary>The languages of a page that somebody has opened for themselves.</summary>
public static class OwnLanguages
{
    /// <summary>The choice is kept for mails and pages, and leads back; null where there is one.</summary>
    public static LanguageSwitch? Switch(this LanguageLinks links, HttpRequest request, Owner owner) =>
        LanguageSwitch.Kept(links.PathFor(owner.Cohort.Id, owner.Person.PersonId, owner.Now), request, owner.Cohort.Languages);
}
