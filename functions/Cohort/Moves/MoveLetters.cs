using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Cohort.Moves;

/// <summary>Tells people, and the rest of the committee, which days were moved.</summary>
public sealed class MoveLetters(
    CohortStore cohorts, PeopleStore people, DecisionStore decisions,
    Correspondence correspondence, TextShelf texts, IOptions<WebOptions> web)
{
    /// <summary>Whoever was told a day that is another now.</summary>
    [Function(nameof(ListConcerned))]
    public async Task<IReadOnlyList<string>> ListConcerned([ActivityTrigger] DatesMove move) =>
        [.. (await ConcernedAsync(move, await cohorts.GetAsync(move.CohortId))).Select(one => one.Person.PersonId)];

    /// <summary>Who was told what, as it stands now, in the order of ids.</summary>
    public async Task<IReadOnlyList<(Person Person, IReadOnlyList<string> Days)>> ConcernedAsync(
        DatesMove move, CohortSettings settings, CancellationToken cancellation = default)
    {
        var before = settings with { Dates = move.Before };
        var open = (await decisions.ListAsync(move.CohortId, cancellation: cancellation))
            .Where(decision => decision.AnsweredAt is null && SurveyDay(decision) is not null)
            .ToLookup(decision => decision.SubjectId, decision => SurveyDay(decision)!);
        return
        [
            .. (await people.ListAsync(move.CohortId, cancellation))
                .Select(person => (person, ToldDays.Of(person, move, before, [.. open[person.PersonId]])))
                .Where(one => one.Item2.Count > 0),
        ];
    }

    [Function(nameof(WriteMove))]
    public async Task WriteMove([ActivityTrigger] MoveTo to)
    {
        var (move, settings) = (to.Move, await cohorts.GetAsync(to.Move.CohortId));
        var person = await people.GetAsync(move.CohortId, to.PersonId);
        var asked = await decisions.ListAsync(move.CohortId);
        var surveys = asked.Where(decision => decision.SubjectId == to.PersonId && decision.AnsweredAt is null)
            .Select(SurveyDay).OfType<string>().ToList();
        var days = ToldDays.Of(person, move, settings with { Dates = move.Before }, surveys);
        if (days.Count == 0) return;
        var words = texts.In(person.MailLanguage);
        var lines = days.Select(day => Line(words.Plain(ToldDays.TextKey(day)), day, move, words.Language));
        await correspondence.WriteAsync(person, Letter(move, "dates-changed", lines));
    }

    /// <summary>To everybody of the committee but whoever did it.</summary>
    [Function(nameof(TellCommittee))]
    public async Task TellCommittee([ActivityTrigger] DatesMove move)
    {
        var settings = await cohorts.GetAsync(move.CohortId);
        var announced = new ProgrammeCalendar(settings with { Dates = move.Before }).Announce;
        foreach (var member in settings.Committee.Where(member => member.Id != move.MemberId))
        {
            var words = texts.In(member.Language);
            var letter = Letter(move, "dates-moved", move.Days().Select(day => Line(NameOf(day, words), day, move, words.Language)));
            await correspondence.WriteAsync(move.CohortId, member, letter
                .With("by", settings.MemberName(move.MemberId))
                .With("is_announced", move.Moves(CohortDay.ApplicationsClose) && move.At >= announced)
                .With("dates_url", new Uri(web.Value.BaseAddress, $"cohorts/{move.CohortId}/dates")));
        }
    }

    /// <summary>A day's name for the committee.</summary>
    public static string NameOf(string day, PageTexts words) => CohortDay.IsPrompt(day)
        ? words.Plain("dates.name.prompt", new Dictionary<string, string> { ["month"] = $"{CohortDay.MonthOf(day)}" })
        : words.Plain($"dates.name.{day}");

    static string? SurveyDay(Decision decision) =>
        QuestionMoves.DayOf(decision.Request.Form) is var day and (CohortDay.MidSurveyCloses or CohortDay.FinalSurveyCloses) ? day : null;

    static Letter Letter(DatesMove move, string template, IEnumerable<object> lines) =>
        new("dates", $"move-{move.Number}", template) { Model = new Dictionary<string, object?> { ["lines"] = lines.ToList() } };

    static Dictionary<string, object?> Line(string what, string day, DatesMove move, string language) => new()
    {
        ["what"] = what,
        ["new_date"] = DateText.Day(move.After.On(day), language),
        ["old_date"] = DateText.Day(move.Before.On(day), language),
    };
}
