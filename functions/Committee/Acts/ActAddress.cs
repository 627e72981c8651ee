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

    /// <param name="path">Of the page about the person or group.</param>
    /// <param name="name">Of the act.</param>
    /// <param name="about">What of them it is about; empty for all.</param>
    public static string Of(string path, string name, string about) => Pressed($"{path}/do/{name}", about);

    /// <summary>An address that is posted to, for one press.</summary>
    /// <param name="path">Of what is posted.</param>
    /// <param name="about">What of it the press is about; empty for all.</param>
    public static string Pressed(string path, string about)
    {
        var query = QueryString.Create(Press, RandomNumberGenerator.GetHexString(16, lowercase: true));
        return $"{path}{(about.Length == 0 ? query : query.Add(About, about))}";
    }

    public static string AboutOf(HttpRequest request) => request.Query[About].ToString();

    /// <summary>The same for a press that comes twice.</summary>
    public static string PressOf(HttpRequest request) => $"{request.Query[Press]} {request.Query[About]}";

    public static string AfterIt(string path, string name) => $"{path}?{Done}={name}";
}
