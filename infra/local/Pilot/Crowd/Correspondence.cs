using Ilnp.Programme;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>
/// Reads the crowd's mail and says who will answer what and when. Everything follows from the mails read so far, in the
/// order of their sending: reading the whole mailbox again gives the same plans.
/// </summary>
sealed class Correspondence(CohortSettings settings, Behaviour behaviour, Draw draw)
{
    /// <summary>People take a week for what does not say when it closes.</summary>
    static readonly TimeSpan AWeek = TimeSpan.FromDays(7);

    readonly HashSet<string> committee = [.. settings.Committee.Select(member => member.Email.ToLowerInvariant())];
    readonly AvailabilityHabit availability = new(behaviour, draw);
    readonly PartnershipHabit partnership = new(behaviour, draw);
    readonly SurveyHabit surveys = new(behaviour, draw);
    readonly CommitteeHabit decisions = new(draw);
    readonly Characters characters = new(behaviour, draw);
    readonly Partners partners = new();
    readonly HashSet<string> seen = [];
    readonly HashSet<Uri> answered = [];
    readonly Dictionary<string, int> pulses = [];

    /// <summary>Who will answer these mails, which are all of one sending.</summary>
    public IReadOnlyList<Reply> Read(IReadOnlyList<Letter> letters) =>
        [.. letters.GroupBy(letter => letter.Template).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .SelectMany(kind => Plan(kind.Key, [.. kind.OrderBy(letter => letter.File, StringComparer.Ordinal)]))];

    IEnumerable<Reply> Plan(string template, IReadOnlyList<Letter> letters)
    {
        var isFirst = seen.Add(template);
        if (template is "introduction" or "rematch-introduction") Introduce(letters, cast: isFirst && template == "introduction");
        return template switch
        {
            "availability" =>
                isFirst ? FirstInquiry(Open(letters)) : Open(letters).SelectMany(letter => availability.Later(letter, LaterInquiry)),
            "introduction" or "rematch-introduction" => Open(letters).SelectMany(letter => partnership.Agreement(letter, AWeek)),
            "pulse" => letters.SelectMany(Pulse).ToList(),
            "nudge" => Open(letters).SelectMany(letter => partnership.Nudge(letter, Nudge)),
            "place-kept" => Open(letters).SelectMany(letter => partnership.ComeBack(letter, Silence)),
            "trio-consent" => Open(letters).SelectMany(letter => partnership.TrioConsent(letter, Silence)),
            "mid-survey" => surveys.Mid(Open(letters), SurveyTime),
            "final-survey" => surveys.Final(Open(letters), SurveyTime),
            "match-approval" => Open(letters).SelectMany(letter => decisions.Decide(letter, "approve")),
            "intake-review" => Open(letters).SelectMany(letter => decisions.Decide(letter, "same")),
            "liaison-silence" or "liaison-mutual" or "liaison-mismatch" =>
                Open(letters).SelectMany(letter => decisions.Decide(letter, "part")),
            "lead-trouble" => Open(letters).SelectMany(letter => decisions.Decide(letter, "hold")),
            "liaison-quiet" => Open(letters).SelectMany(letter => decisions.Decide(letter, "well")),
            _ => [],
        };
    }

    IEnumerable<Reply> FirstInquiry(List<Letter> letters) => availability.First(letters, Until(letters, FirstInquiryCloses));

    /// <summary>
    /// Those that are answered. Whatever answers nothing is not asked: it may be read before the mail that it reminds of.
    /// </summary>
    List<Letter> Open(IReadOnlyList<Letter> letters) => [.. letters.Where(letter => !characters.IsSilent(letter.To) && IsNew(letter))];

    /// <summary>A form is mailed again with reminders and receipts; people answer it for its first mail.</summary>
    bool IsNew(Letter letter)
    {
        List<Uri> forms = [.. letter.Forms.Where(answered.Add)];
        return forms.Count > 0;
    }

    void Introduce(IReadOnlyList<Letter> letters, bool cast)
    {
        foreach (var letter in letters) partners.Learn(letter, committee);
        if (cast) characters.Cast(letters.Select(letter => letter.To), partners.Of);
    }

    IEnumerable<Reply> Pulse(Letter letter)
    {
        var count = pulses[letter.To] = pulses.GetValueOrDefault(letter.To) + 1;
        if (characters.IsSilent(letter.To)) return [];
        var waits = partners.Of(letter.To) is { Count: > 0 } others && others.All(characters.IsSilent);
        return partnership.Pulse(letter, characters.At(letter.To, count), waits, Silence);
    }

    TimeSpan Silence => TimeSpan.FromDays(settings.Care.SilenceDays);

    TimeSpan Nudge => TimeSpan.FromDays(settings.Care.NudgeDays);

    TimeSpan SurveyTime => TimeSpan.FromDays(settings.Dates.SurveyDays);

    TimeSpan LaterInquiry => TimeSpan.FromDays(settings.Availability.LaterDays);

    DateTimeOffset FirstInquiryCloses => new(new ProgrammeCalendar(settings).AvailabilityCloses, TimeSpan.Zero);

    /// <summary>A late inquiry leaves a day at least.</summary>
    static TimeSpan Until(List<Letter> letters, DateTimeOffset closes) =>
        letters is [var first, ..] && closes - first.SentAt is var time && time > TimeSpan.FromDays(1) ? time : TimeSpan.FromDays(1);
}
