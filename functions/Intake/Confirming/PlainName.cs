using System.Text.RegularExpressions;

namespace Ilnp.Intake.Confirming;

/// <summary>
/// What may stand in the greeting of a mail to an address that nobody has confirmed yet: a name, no sentence and no address of the web,
/// since anybody can write anything into an open form.
/// </summary>
static partial class PlainName
{
    const int Longest = 60;
    const int MostWords = 7;

    /// <summary>The name, or the address itself, which its owner knows, where the name is none.</summary>
    public static string Of(string name, string address) =>
        name.Length <= Longest && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords
            && Letters().IsMatch(name) && !Domain().IsMatch(name)
            ? name : address;

    /// <summary>Letters and marks of any script, and what stands between the parts of names.</summary>
    [GeneratedRegex(@"^[\p{L}\p{M}\s.,'’ʼ`´·・()\-‐–\u200c\u200d]+$")]
    private static partial Regex Letters();

    /// <summary>A dot inside a word that goes on for two letters: <c>example.org</c>, not <c>J.R. Smith</c>.</summary>
    [GeneratedRegex(@"\p{L}{2,}\.\p{L}{2,}|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Domain();
}
