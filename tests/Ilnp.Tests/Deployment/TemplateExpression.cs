using System.Globalization;
using System.Text.Json.Nodes;

namespace Ilnp.Tests.Deployment;

/// <summary>
/// Works out an expression of a deployment template, as far as our own templates have them. What only Azure knows, a
/// <c>reference(...)</c>, becomes a sample by the name of the property that is asked for.
/// </summary>
/// <exception cref="NotSupportedException">The expression has a function that is not known here.</exception>
static class TemplateExpression
{
    /// <summary>The value of a text of the template: an expression stands in square brackets, everything else for itself.</summary>
    public static JsonNode? Evaluate(string text) =>
        text is ['[', .. var expression, ']'] && !text.StartsWith("[[", StringComparison.Ordinal) ? new Reader(expression).Value() : text;

    static string Sample(string property) => property switch
    {
        "defaultHostName" => "func-sample.azurewebsites.net",
        "vaultUri" => "https://kv-sample.vault.azure.net/",
        "endpoint" => "https://dts-sample.durabletask.io",
        "ConnectionString" => "InstrumentationKey=00000000-0000-0000-0000-000000000003",
        _ => $"<{property}>",
    };

    static JsonNode? Call(string function, List<JsonNode?> given) => function switch
    {
        "createObject" => Made(given),
        "createArray" => new JsonArray([.. given.Select(item => item?.DeepClone())]),
        "union" => given.Select(item => item!.AsObject()).Aggregate(new JsonObject(), United),
        "if" => (bool)given[0]! ? given[1] : given[2],
        "empty" => given[0] is null or JsonObject { Count: 0 } or JsonArray { Count: 0 } || given[0]!.ToString().Length == 0,
        "coalesce" => given.FirstOrDefault(item => item is not null),
        "format" => Formatted((string)given[0]!, given.Skip(1)),
        "reference" => null, // its properties are samples
        "parameters" => Sample((string)given[0]!),
        _ => throw new NotSupportedException($"{function}() is not known to the tests of deployments."),
    };

    static string Formatted(string text, IEnumerable<JsonNode?> given) =>
        string.Format(CultureInfo.InvariantCulture, text, [.. given.Select(item => (object?)item?.ToString())]);

    static JsonObject Made(List<JsonNode?> given) =>
        new(given.Chunk(2).Select(pair => KeyValuePair.Create((string)pair[0]!, pair[1]?.DeepClone())));

    static JsonObject United(JsonObject sum, JsonObject more)
    {
        foreach (var (name, value) in more) sum[name] = value?.DeepClone();
        return sum;
    }

    sealed class Reader(string text)
    {
        int at;

        public JsonNode? Value()
        {
            Skip();
            var value = text[at] == '\'' ? Text() : char.IsDigit(text[at]) ? Number() : Called();
            Skip();
            return value;
        }

        JsonNode? Called()
        {
            var function = Word();
            if (at == text.Length || text[at] != '(') return function switch { "true" => true, "false" => false, _ => null };
            var value = Call(function, Arguments());
            while (at < text.Length && text[at] == '.')
            {
                at++;
                var property = Word();
                value = function == "reference" ? Sample(property) : value?[property];
            }

            return value;
        }

        List<JsonNode?> Arguments()
        {
            var given = new List<JsonNode?>();
            at++;
            while (text[at] != ')')
            {
                given.Add(Value());
                if (text[at] == ',') at++;
            }

            at++;
            return given;
        }

        string Text()
        {
            var from = ++at;
            while (text[at] != '\'' || (at + 1 < text.Length && text[at + 1] == '\'')) at += text[at] == '\'' ? 2 : 1;
            return text[from..at++].Replace("''", "'", StringComparison.Ordinal);
        }

        int Number() => int.Parse(Word(), CultureInfo.InvariantCulture);

        string Word()
        {
            var from = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_')) at++;
            return text[from..at];
        }

        void Skip()
        {
            while (at < text.Length && text[at] == ' ') at++;
        }
    }
}
