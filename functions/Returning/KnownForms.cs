using Ilnp.Intake;
using Ilnp.Intake.Applying;
using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Returning;

/// <summary>Opens a cohort's form with what somebody answered in an earlier one.</summary>
public sealed class KnownForms(ApplicationStore applications, UnfinishedLinks links, IOptions<WebOptions> web)
{
    /// <summary>What is promised or allowed for one cohort only is asked anew.</summary>
    static readonly string[] AskedAnew = [ApplicationForm.Consent, "internet", "biweekly", "commit", "waited"];

    /// <summary>The address of the form; of an empty one where the answers are not kept any more.</summary>
    /// <param name="cohort">Whose form it is.</param>
    /// <param name="earlier">Where the person applied before.</param>
    /// <param name="person">As stored there.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<Uri> AddressAsync(
        CohortSettings cohort, CohortSettings earlier, Person person, CancellationToken cancellation = default)
    {
        var language = person.MailLanguage;
        var token = person.ApplicationId is { } id
            && await applications.FindAsync(earlier.Id, id, cancellation) is { Answers: not null } application
                ? links.Seal(cohort.Id, Known(application, person, earlier))
                : null;
        return token is null
            ? new Uri(web.Value.BaseAddress, $"apply/{cohort.Id}?lang={language}")
            : links.Address(cohort.Id, token, language);
    }

    static Dictionary<string, IReadOnlyList<string>> Known(Application application, Person person, CohortSettings earlier)
    {
        var answers = KnownAnswers.Of(application, person, earlier, person.MailLanguage)
            .Where(answer => !AskedAnew.Contains(answer.Key)).ToDictionary();
        if (ReturningRules.IsWaiting(person)) answers["waited"] = ["yes"];
        return answers;
    }
}
