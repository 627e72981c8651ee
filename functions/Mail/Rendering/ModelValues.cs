using System.Collections;
using Scriban.Runtime;

namespace Ilnp.Mail.Rendering;

/// <summary>Turns a mail's model into what templates can name, and refuses what they cannot: objects with code in them.</summary>
static class ModelValues
{
    public static ScriptObject Of(IEnumerable<KeyValuePair<string, object?>> model)
    {
        var values = new ScriptObject();
        foreach (var (name, value) in model) values[name] = Value(name, value);
        return values;
    }

    static object? Value(string name, object? value) => value switch
    {
        null or string or bool or int or long or double or decimal or Uri => value,
        IEnumerable<KeyValuePair<string, object?>> inner => Of(inner),
        IEnumerable<KeyValuePair<string, string>> inner => Of(inner.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value))),
        IEnumerable list => new ScriptArray(list.Cast<object?>().Select(item => Value(name, item))),
        _ => throw new ArgumentException(
            $"The mail model's '{name}' is a {value.GetType().Name}; it can be a text, number, boolean, link, list or dictionary of such."),
    };
}
