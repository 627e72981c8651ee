namespace Ilnp.Web.Forms;

/// <summary>The forms by name; each is defined in its step's folder.</summary>
public sealed class FormCatalogue(IEnumerable<Form> forms)
{
    readonly Dictionary<string, Form> byName = forms.ToDictionary(form => form.Name);

    /// <summary>All forms of the programme.</summary>
    public static FormCatalogue Programme { get; } = new([
        Matching.MatchApprovalForm.Form,
        Intake.DuplicateForm.Form,
        Availability.AvailabilityForm.Form,
        Introductions.AgreementForm.Form,
        Care.PulseForm.Form,
        Care.NudgeForm.Form,
        Care.LiaisonRematchForm.Form,
        Care.TrioConsentForm.Form,
        Surveys.MidSurveyForm.Form,
        Surveys.FinalSurveyForm.Form,
        Intake.ApplicationForm.Form,
        Operations.StoppedForm.Form,
    ]);

    public IEnumerable<Form> All => byName.Values;

    /// <summary>The form.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Form Get(string name) => byName.GetValueOrDefault(name) ?? throw new KeyNotFoundException($"There is no form '{name}'.");
}
