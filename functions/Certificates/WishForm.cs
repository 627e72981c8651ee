using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Certificates;

/// <summary>The wish of somebody who took part and missed the final survey.</summary>
static class WishForm
{
    public static Form Form { get; } = new("certificate-wish", new TextQuestion(CertificateWish.NameQuestion, 200));

    /// <summary>How long after the end it can be wished for, days.</summary>
    const int Days = 180;

    public static DecisionRequest Question(CohortSettings settings, string personId) =>
        Form.Question(settings.Id, personId, Closes(settings), personId) with { Receipt = false };

    public static DateTimeOffset Closes(CohortSettings settings) =>
        new DateTimeOffset(new ProgrammeCalendar(settings).End, TimeSpan.Zero).AddDays(Days);
}
