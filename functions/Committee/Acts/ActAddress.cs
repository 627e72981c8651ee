using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Committee.Acts;

/// <summary>The address of the page that says what an act causes. What is pressed there twice is done once.</summary>
static class ActAddress
{
    /// <summary>Of the page about somebody or a group: what was just done there.</summary>
    public const string Done = "done";

    /// <summary>What of them an act is about, as the page showed it.</summary>
    const string About = "about";

    /// <summary>Tells one press from the next.</summary>
    const string Press = "press";

    /// <summary>How often the act had been done when the page was shown.</summary>
    const string Before = "before";

    /// <param name="path">Of the page about the person or group.</param>
    /// <param name="name">Of the act.</param>
    /// <param name="about">What of them it is about; empty for all.</param>
    /// <param name="acts">What was done about them.</param>
    public static string Of(string path, string name, string about, IEnumerable<CommitteeAct> acts) =>
        Pressed($"{path}/do/{name}", about, acts.Count(act => act.Action == name));

    /// <summary>An address that is posted to, for one press.</summary>
    /// <param name="path">Of what is posted.</param>
    /// <param name="about">What of it the press is about; empty for all.</param>
    /// <param name="before">How often it had been done when the page was shown.</param>
    public static string Pressed(string path, string about, int before = 0)
    {
        var query = QueryString.Create(Press, RandomNumberGenerator.GetHexString(16, lowercase: true));
        if (about.Length > 0) query = query.Add(About, about);
        return $"{path}{(before == 0 ? query : query.Add(Before, before.ToString(CultureInfo.InvariantCulture)))}";
    }

    public static string AboutOf(HttpRequest request) => request.Query[About].ToString();

    /// <summary>The same for a press that comes twice.</summary>
    public static string PressOf(HttpRequest request) => $"{request.Query[Press]} {request.Query[About]}";

    /// <summary>What the page of an act showed: the same for all who opened it before anybody pressed.</summary>
    public static string SeenIn(HttpRequest request, string name) =>
        Seen(
            name,
            AboutOf(request),
            int.TryParse(request.Query[Before], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : 0);

    /// <inheritdoc cref="SeenIn"/>
    public static string Seen(string name, string about, int before) => $"{name} {before.ToString(CultureInfo.InvariantCulture)} {about}";

    public static string AfterIt(string path, string name) => $"{path}?{Done}={name}";
}
