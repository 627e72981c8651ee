using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.RealEngine;

/// <summary>
/// A participant who chooses another language in a mail, opens their own page from it, looks at everything, and asks for the page
/// once more by address.
/// </summary>
sealed class OwnActs(Visitor visitor)
{
    /// <summary>By the link at the end of a mail; a second link comes to the mailbox.</summary>
    public async Task AskAsync(Letter letter, CancellationToken cancellation)
    {
        var link = PathOf(letter, "/me/link/");
        await visitor.GetAsync(link, cancellation);
        await visitor.PressAsync(link, [], cancellation);
        var languages = PathOf(letter, "/language/");
        await visitor.GetAsync(languages, cancellation);
        await visitor.PressAsync(languages, [("language", "es")], cancellation);
    }

    /// <summary>By the second link.</summary>
    public async Task LookAroundAsync(Letter letter, CancellationToken cancellation)
    {
        var key = PathOf(letter, "/me/open/");
        await visitor.GetAsync(key, cancellation);
        await visitor.PressAsync(key, [], cancellation);
        foreach (var page in new[] { "me", "me/prompts/1" }) await visitor.GetAsync(page, cancellation);
        await visitor.PressAsync("me/do/care/word", [], cancellation);
        // no words yet
        foreach (var page in new[] { "me/story/picture", "me/story/picture/file" }) await visitor.GetAsync(page, cancellation);
        foreach (var press in new[] { "me/story/picture", "me/story/picture/remove" }) await visitor.PressAsync(press, [], cancellation);
        await visitor.PressAsync("me/close", [], cancellation);
        await visitor.PressAsync("me", [("email", letter.To)], cancellation);
    }

    /// <summary>As somebody who was shown it.</summary>
    public Task ShowCertificateAsync(Letter letter, CancellationToken cancellation) =>
        visitor.GetAsync(PathOf(letter, "/certificate/"), cancellation);

    /// <summary>By a later second link: looks at what happens, and has everything erased.</summary>
    public async Task EraseAsync(Letter letter, CancellationToken cancellation)
    {
        await visitor.PressAsync(PathOf(letter, "/me/open/"), [], cancellation);
        foreach (var page in new[] { "me/data", "me/data.json", "me/erase" }) await visitor.GetAsync(page, cancellation);
        await visitor.PressAsync("me/erase", [], cancellation);
        await visitor.GetAsync("me/erased", cancellation);
    }

    static string PathOf(Letter letter, string begin) =>
        letter.Links.First(link => link.AbsolutePath.StartsWith(begin, StringComparison.Ordinal)).AbsolutePath;
}
