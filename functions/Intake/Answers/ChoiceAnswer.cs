using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Answers;

/// <summary>Optional answers out of a closed list: what is not in it is noted and left out.</summary>
static class ChoiceAnswer
{
    /// <summary>The entry's code; null when nothing is said or it is not known.</summary>
    public static string? One(ReceivedAnswers received, ApplicationField field, Topics known)
    {
        var text = received.Text(field);
        var code = known.Find(text);
        if (code is null && text.Length > 0) NoteUnknown(received, field, text);
        return code;
    }

    /// <summary>The codes in their order, each once, at most so many.</summary>
    /// <param name="received">The answers.</param>
    /// <param name="field">Which of them.</param>
    /// <param name="known">The list.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="kind">Of the list, where the committee can say what a word of it means.</param>
    public static IReadOnlyList<string> Several(
        ReceivedAnswers received, ApplicationField field, Topics known, int most, WordKind? kind = null)
    {
        var codes = new List<string>();
        foreach (var text in ListAnswer.Split(received.Values(field), text => known.Find(text) is not null))
            if (known.Find(text) is not { } code) NoteUnknown(received, field, text, kind, codes.Count);
            else if (!codes.Contains(code)) codes.Add(code);
        if (codes.Count > most) received.Note(field, $"are more than {most}; the first {most} count");
        return [.. codes.Take(most)];
    }

    static void NoteUnknown(ReceivedAnswers received, ApplicationField field, string text, WordKind? kind = null, int place = 0)
    {
        var problem = $"“{TextAnswer.Quote(text)}” cannot be told and is left out";
        if (kind is { } list) received.NoteUnclear(list, field, text, place, problem);
        else received.Note(field, problem);
    }
}
