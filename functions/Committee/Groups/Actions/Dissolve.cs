using System.Text;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Forms;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Html;

namespace Ilnp.Committee.Groups.Actions;

/// <summary>The group does not go on: its orchestration hears it and parts it as after any other word.</summary>
public sealed class Dissolve(OnBehalf answers, PartnersForeseen partners) : GroupAction(Asked)
{
    public static readonly Form Asked = Dissolving.Form;

    public override bool IsPossible(GroupFile file) => file.IsRunning && !Spoken(file).Any();

    /// <summary>The same as long as the same people are in the same group, and nobody has dissolved it.</summary>
    public override string About(GroupFile file) =>
        StableIds.Of(Encoding.UTF8.GetBytes($"{file.Group.Status} {file.Group.LiaisonId} {string.Join(' ', file.Group.Members)}"))[..10];

    /// <summary>Of each member, if all of them got new partners now. The page stays when nothing can be said.</summary>
    public override async Task<IReadOnlyList<Outlook>> ForeseeAsync(GroupFile file)
    {
        var texts = file.Reader.Texts;
        try
        {
            return [.. (await partners.OfAsync(file.Reader.Cohort, file.Group))
                .Select(one => new Outlook(InWords(one, texts), one.Reasons))];
        }
        catch (InvalidOperationException e)
        {
            return [new(texts.Html("group.foreseen.contradiction", "why", e.Message), [])];
        }
    }

    static IHtmlContent InWords(PartnerForeseen one, PageTexts texts)
    {
        var facts = new Dictionary<string, string>
        {
            ["name"] = Described([one.Seeker], texts),
            ["with"] = Described(one.With, texts),
            ["asking"] = Described(one.Asking, texts),
            ["pair"] = Described(one.Pair, texts),
        };
        return texts.Html(
            one switch
            {
                { With.Count: > 0 } => "group.foreseen.at-once",
                { Asking.Count: > 0, Pair.Count: > 0 } => "group.foreseen.both",
                { Asking.Count: > 0 } => "group.foreseen.waiting",
                { Pair.Count: > 0 } => "group.foreseen.pair",
                _ => "group.foreseen.nobody",
            },
            facts);
    }

    static string Described(IReadOnlyList<Person> people, PageTexts texts) =>
        texts.Locale.List([.. people.Select(person => $"{Isolated.Of(person.Name)} ({Words.Country(person.Country, texts.Language)})")]);

    public override async Task<bool> ActAsync(GroupFile file, FormReading reading, GroupCall call)
    {
        var question = Dissolving.Question(file.Reader.Cohort, file.Group, file.Reader.Member.Id);
        if (call.Begun.IsAgain && Spoken(file).Any(word => word.DecisionId == question.DecisionId)) return true;
        if (!IsPossible(file) || About(file) != call.About || !await IsHeardAsync(question, call)) return false;
        await answers.AnswerAsync(question, reading.Answers, reading.Of(Asked.Decides!)[0], call.Client, call.Cancellation);
        return true;
    }

    /// <summary>A word that no orchestration hears would only look as if it were done.</summary>
    static async Task<bool> IsHeardAsync(DecisionRequest question, GroupCall call) =>
        await call.Client.FindAsync(question.InstanceId!, cancellation: call.Cancellation) is { IsCompleted: false };

    /// <summary>Words of before, which the group's orchestration has not heard yet.</summary>
    static IEnumerable<Decision> Spoken(GroupFile file) =>
        file.Decisions.Where(decision => decision.Version > 0 && Dissolving.Is(decision.DecisionId, file.Group.GroupId));
}
