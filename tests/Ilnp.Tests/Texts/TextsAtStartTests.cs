using Ilnp.Local.Running;
using Ilnp.Mail.Rendering;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Texts;

/// <summary>An app with a text missing or broken does not start, and says all that is wrong at once.</summary>
public sealed class TextsAtStartTests : IDisposable
{
    readonly string room = $"room-{Guid.NewGuid():N}";

    string Folder => Path.Combine(AppContext.BaseDirectory, room);

    public void Dispose()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    [Fact]
    public void GivenTheApp_WhenItStarts_ThenNoTextIsMissing()
    {
        using var app = Program.AddSteps(new ServiceCollection()).BuildServiceProvider();
        var problems = app.GetServices<ITextFamily>().SelectMany(family => AppParts.Texts.Languages.SelectMany(family.Problems));
        Assert.Equal([], problems);
        Assert.All(app.GetServices<ITextFamily>(), family => Assert.Equal(AppParts.Texts.Languages.Order(), family.Languages.Order()));
    }

    [Fact]
    public void GivenTextsWithMistakes_WhenTheAppStarts_ThenItDoesNotAndEachIsNamed()
    {
        Write("Texts/en.json", """{ "a.title": "Hello", "a.count": "{n, plural, one {#} other {#}}", "committee.title": "For us" }""");
        Write("Texts/es.json", """{ "a.count": "{n, plural, one {#} other {#}}" }""");
        Write("Texts/ru.json", """{ "a.title": "Привет {", "a.count": "{n, plural, one {#} few {#} many {#} other {#}}" }""");
        Write("Texts/fr.json", """{ "a.title": """);
        Write(
            "Mails/hello.en.md",
            "---\nsubject: Hello\nwhy: Because\n---\nHello {{ name }}, {{ n | count \"one {# pair} other {# pairs}\" }}\n");
        Write("Mails/hello.ru.md", "---\nsubject: Привет\n---\n{{ n | count \"one {# пара} other {# пары}\" }}\n");
        Write("Mails/hello.es.md", "---\nsubject: Hola\nwhy: Porque sí\n---\nHola {{ if name }}\n");
        Write("Mails/ours.en.md", "---\nsubject: Ours\nwhy: Because\n---\nHello\n");

        var error = Assert.Throws<OptionsValidationException>(Start);

        foreach (var problem in (string[])
        [
            $"{room}/Texts/es.json: \"a.title\" is missing.",
            $"{room}/Texts/es.json: \"a.count\": the plural of {{n}} has no branch 'many'",
            $"{room}/Texts/ru.json: \"a.title\": at character 8", $"{room}/Texts/fr.json cannot be read", "hello.ru: has no line 'why:'",
            $"{room}/Mails/hello.fr.md is missing.", "hello.es:",
        ])
            Assert.Contains(error.Failures, failure => failure.Contains(problem, StringComparison.Ordinal));
        Assert.DoesNotContain(
            error.Failures,
            failure =>
                failure.Contains("committee.title", StringComparison.Ordinal) || failure.Contains("ours.", StringComparison.Ordinal));
    }

    [Fact]
    public void GivenAPluralWithoutABranch_WhenAMailIsChecked_ThenTheErrorQuotesIt()
    {
        var template = MailTemplate.Parse(
            "hello.ru", "ru", "---\nsubject: {{ n | count \"one {# пара} other {# пары}\" }}\nwhy: x\n---\nx");
        var error = Assert.Throws<MailTemplateException>(() => template.Check(MailTemplate.MailHeads));
        Assert.Contains("no branch 'few'", error.Message, StringComparison.Ordinal);
    }

    void Start()
    {
        var services = new ServiceCollection().AddTexts(room, "committee.").AddSingleton(new MailFolder(room) { Committee = ["ours"] });
        services.AddSingleton<MailTemplates>().AddTextFamily(provider => provider.GetRequiredService<MailTemplates>());
        using var app = services.BuildServiceProvider();
        app.GetRequiredService<IStartupValidator>().Validate();
    }

    void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
