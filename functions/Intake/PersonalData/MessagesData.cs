using System.Globalization;
using System.Text;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Orchestration;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake.PersonalData;

/// <summary>
/// Messages and files as they came: container <c>intake-raw</c>. After erasure an empty one stays in each place, so that the same message
/// is known when it comes again. An uploaded file goes as a whole with the first person in it who is erased: the committee has its own.
/// </summary>
sealed class MessagesData(RawMessageStore messages, ApplicationStore applications, CohortStore cohorts, TimeProvider time) : IPersonalData
{
    public static readonly HeldData Held = new("messages", ErasureTurn.Records, "container intake-raw");

    /// <summary>How long an import may still read its file.</summary>
    static readonly TimeSpan Importing = TimeSpan.FromHours(1);

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        var theirs = (await applications.OfPersonAsync(who.CohortId, who.PersonId, cancellation))
            .OrderBy(application => application.ReceivedAt).ToList();
        var files = theirs.Exists(IsRow) ? await messages.FilesAsync(who.CohortId, cancellation) : [];
        var held = new List<Holding>();
        foreach (var application in theirs)
            if (await messages.FindAsync(who.CohortId, application.ApplicationId, cancellation) is { IsErased: false } message)
                held.Add(Of(message, cohort, words));
            else if (IsRow(application) && await FileOfAsync(application, files, cancellation) is { } file)
                held.Add(RowOf(application, file, cohort, words));
        return held;
    }

    static bool IsRow(Application application) => application.Row is not null && application.Provider == FormProvider.Export.Name;

    /// <summary>The file that a row was imported from, as long as it is kept: both have the moment when it came.</summary>
    async Task<RawMessage?> FileOfAsync(
        Application row, IEnumerable<(string Id, DateTimeOffset ReceivedAt)> files, CancellationToken cancellation)
    {
        foreach (var (id, receivedAt) in files)
            if (receivedAt == row.ReceivedAt && !WaitingFiles.Is(id)
                && await messages.FindAsync(row.CohortId, id, cancellation) is { IsErased: false } file)
                return file;
        return null;
    }

    /// <summary>The rest of the file is others'.</summary>
    static Holding RowOf(Application application, RawMessage file, CohortSettings cohort, PageTexts words) => new(
        new { file.Provider, file.ReceivedAt, file.RetainUntil, application.Row },
        DateText.At(file.ReceivedAt, cohort, words.Language),
        new HoldingLine(words["privacy.messages.row"], application.Row!.Value.ToString(CultureInfo.InvariantCulture)),
        new HoldingLine(words["privacy.messages.until"], DateText.Day(file.RetainUntil, words.Language)));

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        var all = await applications.ListAsync(who.CohortId, cancellation);
        var theirs = all.Where(application => application.PersonId == who.PersonId).ToList();
        foreach (var application in theirs) await messages.EraseAsync(who.CohortId, application.ApplicationId, cancellation);
        foreach (var application in all.Where(application => application.PersonId is null))
            await EraseNamingAsync(who, application, cancellation);
        await EraseFilesAsync(who.CohortId, theirs.Exists(application => application.Provider == FormProvider.Export.Name), cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        messages.ForgetAsync(cohortId, most, cancellation);

    /// <summary>A message that could not be read may be anybody's.</summary>
    async Task EraseNamingAsync(DataSubject who, Application application, CancellationToken cancellation)
    {
        if (await messages.FindAsync(who.CohortId, application.ApplicationId, cancellation) is { } message
            && who.Redaction.Mentions(Encoding.UTF8.GetString(message.Body.Bytes)))
            await messages.EraseAsync(who.CohortId, application.ApplicationId, cancellation);
    }

    /// <summary>Whoever stands in a file that waits for its import is not known: all of them go.</summary>
    async Task EraseFilesAsync(string cohortId, bool imported, CancellationToken cancellation)
    {
        var files = await messages.FilesAsync(cohortId, cancellation);
        foreach (var (id, receivedAt) in files.OrderByDescending(file => WaitingFiles.Is(file.Id)))
        {
            if (!WaitingFiles.Is(id))
            {
                if (!imported) continue;
                if (time.GetUtcNow() - receivedAt < Importing)
                    throw new TransientFailure("An uploaded file may still be read by its import.");
            }

            await messages.EraseAsync(cohortId, id, cancellation);
        }
    }

    internal static Holding Of(RawMessage message, CohortSettings cohort, PageTexts words) => new(
        new { message.Provider, message.ReceivedAt, message.RetainUntil, body = Encoding.UTF8.GetString(message.Body.Bytes) },
        DateText.At(message.ReceivedAt, cohort, words.Language),
        new HoldingLine(words["privacy.messages.bytes"], message.Body.Bytes.Length.ToString(CultureInfo.InvariantCulture)),
        new HoldingLine(words["privacy.messages.until"], DateText.Day(message.RetainUntil, words.Language)));
}
