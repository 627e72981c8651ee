using System.Runtime.InteropServices;
using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;

namespace Ilnp.Committee.FormQuestions;

/// <summary>How often questions were asked, by whom, and what their answers look like.</summary>
sealed class QuestionCounts
{
    readonly Dictionary<(string Question, string Provider), int> providers = [];
    readonly Dictionary<(string Question, AnswerKind Kind), int> kinds = [];
    readonly Dictionary<(string Question, ApplicationField Field), int> fields = [];

    public static QuestionCounts Of(IEnumerable<AskedMessage> messages)
    {
        var counts = new QuestionCounts();
        foreach (var message in messages)
            foreach (var asked in message.Questions)
            {
                Add(counts.providers, (asked.QuestionId, message.Provider));
                Add(counts.kinds, (asked.QuestionId, asked.Kind));
                if (asked.Field is { } field) Add(counts.fields, (asked.QuestionId, field));
            }

        return counts;
    }

    public IReadOnlyList<(string Provider, int Count)> Providers(string questionId) => Those(providers, questionId);

    public IReadOnlyList<(AnswerKind Kind, int Count)> Kinds(string questionId) => Those(kinds, questionId);

    public IReadOnlyList<(ApplicationField Field, int Count)> Fields(string questionId) => Those(fields, questionId);

    static void Add<T>(Dictionary<(string Question, T), int> counts, (string, T) key) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;

    /// <summary>The most frequent first.</summary>
    static IReadOnlyList<(T, int)> Those<T>(Dictionary<(string Question, T Of), int> counts, string questionId) =>
        [.. counts.Where(count => count.Key.Question == questionId).OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key.Of).Select(count => (count.Key.Of, count.Value))];
}
