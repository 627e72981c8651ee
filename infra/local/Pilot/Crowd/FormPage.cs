using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>The form of a page, as a person finds it: questions are fields with names, the button is pressed.</summary>
static class FormPage
{
    /// <summary>The first form of the page's content that is sent by POST; below it is one for the language.</summary>
    public static IHtmlFormElement? Find(IParentNode page) =>
        page.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .FirstOrDefault(form => form.Method.Equals("post", StringComparison.OrdinalIgnoreCase) && form.Closest("footer") is null);

    /// <summary>
    /// The fields to send: what the page has filled in and nobody changes (hidden fields), and the answers. Null when a
    /// question is not there or does not offer an answer.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Fill(
        IHtmlFormElement form, IReadOnlyDictionary<string, IReadOnlyList<string>> answers)
    {
        var fields = form.QuerySelectorAll("input[type=hidden][name]").OfType<IHtmlInputElement>()
            .Where(hidden => !answers.ContainsKey(hidden.Name!))
            .Select(hidden => KeyValuePair.Create(hidden.Name!, hidden.Value))
            .ToList();
        foreach (var (question, values) in answers)
            foreach (var value in values)
            {
                if (!Takes(form, question, value)) return null;
                fields.Add(KeyValuePair.Create(question, value));
            }

        return fields;
    }

    static bool Takes(IHtmlFormElement form, string question, string value)
    {
        var named = form.Elements.Where(field => field.GetAttribute("name") == question).ToList();
        return named.Exists(field => field switch
        {
            IHtmlTextAreaElement => true,
            IHtmlSelectElement choices => choices.Options.Any(option => option.Value == value),
            IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.Value == value,
            IHtmlButtonElement button => button.Value == value,
            IHtmlInputElement => true,
            _ => false,
        });
    }
}
