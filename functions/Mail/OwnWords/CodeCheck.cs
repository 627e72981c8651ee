using Ilnp.Mail.Rendering;
using Ilnp.Texts;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Ilnp.Mail.OwnWords;

/// <summary>
/// Reads the code between the braces of one part of a mail: only what the mails that ship use is allowed, which is names, conditions,
/// loops over the same lists, and counting. So nothing that a committee writes can run long, call anything, or include anything.
/// </summary>
/// <param name="part">Of the mail.</param>
/// <param name="text">The part.</param>
/// <param name="language">Of the mail, for its plurals.</param>
/// <param name="loops">Lists that the mail's original goes through, by path.</param>
sealed class CodeCheck(string part, string text, string language, IReadOnlySet<string> loops)
{
    readonly List<WordingMistake> mistakes = [];
    readonly HashSet<string> named = [];

    /// <summary>Lists that are being gone through: none inside itself, so that text cannot multiply.</summary>
    readonly HashSet<string> open = [];

    /// <summary>Paths that are written into the text.</summary>
    public IReadOnlySet<string> Named => named;

    public IReadOnlyList<WordingMistake> Of(SampleNames names)
    {
        var template = Template.Parse(text, part);
        if (template.HasErrors)
            return [.. template.Messages.Select(message =>
                new WordingMistake("wording.mistake.syntax", part, LineOf(message.Span) + 1, CodeAt(message.Span), message.Message))];
        Read(template.Page, names);
        return mistakes;
    }

    void Read(ScriptNode? node, SampleNames names)
    {
        switch (node)
        {
            case null or ScriptToken or ScriptKeyword or ScriptIdentifier or ScriptRawStatement
                or ScriptEscapeStatement or ScriptLiteral or ScriptEndStatement or ScriptNopStatement:
                break;
            case ScriptForStatement loop:
                ReadLoop(loop, names);
                break;
            case ScriptPipeCall pipe:
                ReadCount(pipe, names);
                break;
            case ScriptVariable or ScriptMemberExpression:
                ReadName((ScriptExpression)node, names);
                break;
            case ScriptBinaryExpression
            {
                Operator: not (ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual
                or ScriptBinaryOperator.CompareGreater
                or ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareGreaterOrEqual
                or ScriptBinaryOperator.CompareLessOrEqual or ScriptBinaryOperator.And or ScriptBinaryOperator.Or)
            }
                or ScriptUnaryExpression { Operator: not ScriptUnaryOperator.Not }:
                Say("wording.mistake.code", node);
                break;
            case ScriptPage or ScriptBlockStatement or ScriptExpressionStatement or ScriptIfStatement
                or ScriptElseStatement or ScriptBinaryExpression or ScriptUnaryExpression
                or ScriptNestedExpression or ScriptList:
                for (var child = 0; child < node.ChildrenCount; child++) Read(node.GetChildren(child), names);
                break;
            default:
                Say("wording.mistake.code", node);
                break;
        }
    }

    void ReadLoop(ScriptForStatement loop, SampleNames names)
    {
        var list = PathOf(loop.Iterator);
        var path = string.Join('.', list);
        if (!names.Knows(list, out var value)) Say("wording.mistake.unknown", loop.Iterator!);
        else if (!SampleNames.IsList(value) || !loops.Contains(path) || loop.Variable is not ScriptVariableGlobal one
            || loop.NamedArguments is { Count: > 0 } || names.Knows([one.Name], out _) || !open.Add(path))
            Say("wording.mistake.loop", loop);
        else
        {
            named.Add(path);
            Read(loop.Body, names.With(one.Name, SampleNames.FirstOf(value)));
            Read(loop.Else, names);
            open.Remove(path);
        }
    }

    /// <summary>Counting is the one thing that is called.</summary>
    void ReadCount(ScriptPipeCall pipe, SampleNames names)
    {
        if (pipe.To is not ScriptFunctionCall
            {
                Target: ScriptVariableGlobal { Name: CountFunction.Name },
                Arguments: [ScriptLiteral { Value: string branches }],
            } || PathOf(pipe.From) is not { Count: > 0 } path)
        {
            Say("wording.mistake.code", pipe);
            return;
        }

        ReadName(pipe.From!, names);
        if (names.Knows(path, out var value) && value is not (int or long or null)) Say("wording.mistake.count", pipe);
        foreach (var problem in TextPatterns.Problems(CountFunction.Pattern(branches), language))
            Say("wording.mistake.plural", pipe, problem);
    }

    void ReadName(ScriptExpression name, SampleNames names)
    {
        var path = PathOf(name);
        if (names.Knows(path, out _)) named.Add(string.Join('.', path));
        else Say("wording.mistake.unknown", name);
    }

    /// <summary>Empty for what is no name.</summary>
    static IReadOnlyList<string> PathOf(ScriptNode? node) => node switch
    {
        ScriptVariableGlobal variable => [variable.Name],
        ScriptMemberExpression { Target: { } target, Member: { } member } when PathOf(target) is { Count: > 0 } path =>
            [.. path, member.Name],
        _ => [],
    };

    void Say(string key, ScriptNode node, string detail = "") => mistakes.Add(new(key, part, LineOf(node.Span) + 1, Written(node), detail));

    string Written(ScriptNode node)
    {
        var (from, until) = (node.Span.Start.Offset, node.Span.End.Offset + 1);
        return from >= 0 && until <= text.Length && from < until ? Short(text[from..until]) : CodeAt(node.Span);
    }

    string CodeAt(SourceSpan span) => Short(text.Split('\n')[LineOf(span)]);

    /// <summary>From 0; what is never closed is at the end, which has no line there.</summary>
    int LineOf(SourceSpan span)
    {
        var last = text.Count(letter => letter == '\n');
        return span.Start.Line >= 0 && span.Start.Line <= last ? span.Start.Line : last;
    }

    static string Short(string words) =>
        words.Split('\n')[0].Trim() is { Length: > 60 } line ? $"{line[..60]}…"
            : words.Split('\n')[0].Trim() is { Length: > 0 } all ? all
            : "{{ }}";
}
