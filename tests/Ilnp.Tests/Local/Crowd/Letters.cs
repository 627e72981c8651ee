using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.Tests.Local.Crowd;

/// <summary>Mails for the crowd's tests.</summary>
static class Letters
{
    public static readonly DateTimeOffset Morning = new(2020, 4, 10, 14, 0, 0, TimeSpan.Zero);

    public static Letter Of(string template, int person, DateTimeOffset? at = null, string text = "", string? link = null) =>
        Of(template, Address(person), at, text, link);

    public static Letter Of(string template, string to, DateTimeOffset? at = null, string text = "", string? link = null) => new(
        $"{template}-{to}-{at:O}.eml", template, to, $"Name of {to}", at ?? Morning,
        [new($"http://localhost:7071/d/{link ?? $"{template}-{to}-{at:O}"}"), new("http://localhost:7071/about")], text);

    public static IReadOnlyList<Letter> To(int people, string template, DateTimeOffset? at = null) =>
        [.. Enumerable.Range(0, people).Select(person => Of(template, person, at))];

    public static string Address(int person) => $"p{person}@mail.example.com";

    public static string Answer(this Reply reply, string question) => Assert.Single(reply.Answers[question]);
}
