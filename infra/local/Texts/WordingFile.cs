using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using RegexMatch = System.Text.RegularExpressions.Match;

namespace Ilnp.Local.Texts;

/// <summary>Puts other texts into a file of texts, and leaves all else of it as it is, to the letter.</summary>
static class WordingFile
{
    /// <summary>Letters of every script stay letters.</summary>
    static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    const string Literal = """("(?:[^"\\]|\\.)*")""";

    /// <param name="json">A file of texts by key, or of topics with title and text.</param>
    /// <param name="key">As in <see cref="Wording.Key"/>.</param>
    /// <param name="text">What stands there from now on.</param>
    /// <exception cref="KeyNotFoundException">The file has no such key.</exception>
    public static string With(string json, string key, string text)
    {
        var found = Of(json, key) is { Success: true } flat ? flat
            : Path(key) is var (topic, half) && Of(json, topic, half) is { Success: true } nested ? nested
            : throw new KeyNotFoundException($"There is no \"{key}\".");
        var old = found.Groups[1];
        return $"{json[..old.Index]}{JsonSerializer.Serialize(text, Letters)}{json[(old.Index + old.Length)..]}";
    }

    static RegexMatch Of(string json, string key) =>
        Regex.Match(json, $@"(?<=[\{{,]\s*)""{Regex.Escape(key)}""\s*:\s*{Literal}", RegexOptions.CultureInvariant);

    static RegexMatch Of(string json, string topic, string half) =>
        Regex.Match(
            json,
            $@"""{Regex.Escape(topic)}""\s*:\s*\{{(?:\s*""\w+""\s*:\s*""(?:[^""\\]|\\.)*""\s*,)*?\s*""{half}""\s*:\s*{Literal}",
            RegexOptions.CultureInvariant);

    static (string Topic, string Half) Path(string key) =>
        key.LastIndexOf('.') is var dot and > 0 ? (key[..dot], key[(dot + 1)..]) : (key, "");
}
