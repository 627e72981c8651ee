using Ilnp.Local.Running;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Mail.OwnWords;

/// <summary>What a mail can be sent with, and what is told of the rest.</summary>
public sealed class WordingCheckTests
{
    static readonly WordingCheck Check = MailParts.Wording;
    static readonly MailSamples Samples = new(AppParts.Of<MailSample>());
    static readonly CohortSettings Cohort = SampleMail.Cohort() with { ShortName = "ILNP 2020" };

    public static TheoryData<string> Languages => [.. AppTexts.Shelf.Languages];

    static IEnumerable<string> Mails => MailParts.Templates.ForParticipants.Select(mail => mail.Name);

    [Theory, MemberData(nameof(Languages))]
    public void GivenTheWordsThatShip_WhenChecked_ThenNothingIsWrongAndNothingLooksOdd(string language)
    {
        foreach (var mail in Mails)
        {
            var words = Check.Original(mail, language);
            Assert.Equal([], Check.Of(Cohort, mail, language, words).Select(mistake => $"{mail}: {mistake}"));
            Assert.Equal([], WordingCheck.Warnings(language, words).Select(mistake => $"{mail}: {mistake}"));
        }
    }

    [Fact]
    public void GivenTheSamples_WhenComparedWithTheMails_ThenEachMailHasOneWithAllThatItsStepGives()
    {
        foreach (var mail in Mails)
        {
            var given = SampleMail.Models[mail].Keys;
            Assert.NotEmpty(Samples.Of(mail));
            Assert.All(Samples.Of(mail), sample => Assert.Subset(sample.Model("en").Keys.ToHashSet(), given.ToHashSet()));
        }
    }

    [Theory]
    [InlineData("Dear {{ nam }},", "wording.mistake.unknown", 1, "nam")]
    [InlineData("Dear\n\n{{ liaison.name }}", "wording.mistake.unknown", 3, "liaison.name")]
    [InlineData("a\n{{ if name }}open", "wording.mistake.syntax", 0, "")]
    [InlineData("{{ name", "wording.mistake.syntax", 0, "")]
    [InlineData("{{ include 'x' }}", "wording.mistake.code", 1, "include")]
    [InlineData("\n{{ while true }}x{{ end }}", "wording.mistake.code", 2, "while")]
    [InlineData("{{ x = 1 }}", "wording.mistake.code", 1, "x = 1")]
    [InlineData("{{ name * 100000 }}", "wording.mistake.code", 1, "name * 100000")]
    [InlineData("{{ for i in 1..1000000 }}x{{ end }}", "wording.mistake.unknown", 1, "1..1000000")]
    [InlineData("{{ for p in name }}x{{ end }}", "wording.mistake.loop", 1, "for p in name")]
    [InlineData("{{ name | string.upcase }}", "wording.mistake.code", 1, "name | string.upcase")]
    [InlineData("{{ date.now }}", "wording.mistake.unknown", 1, "date.now")]
    [InlineData("{{ name | count \"one {#} other {#}\" }}", "wording.mistake.count", 1, "name | count")]
    [InlineData("{{ months | count \"one {#}\" }}", "wording.mistake.plural", 1, "months | count")]
    [InlineData("{{ $x }}", "wording.mistake.unknown", 1, "$x")]
    [InlineData("{{ name[0] }}", "wording.mistake.code", 1, "name[0]")]
    [InlineData("{{ this }}", "wording.mistake.code", 1, "this")]
    [InlineData("one\ntwo <b>bold</b>", "wording.mistake.markup", 2, "<b>")]
    [InlineData("<https://x.example>", "wording.mistake.markup", 1, "https")]
    [InlineData("`code`", "wording.mistake.markup", 1, "`")]
    [InlineData("![a](https://x.example/a.png)", "wording.mistake.picture", 1, "![a")]
    [InlineData("[a](http://x.example)", "wording.mistake.link", 1, "http://x.example")]
    [InlineData("x\n[a](javascript:alert(1))", "wording.mistake.link", 2, "javascript:alert(1")]
    [InlineData("[a]({{ name }})", "wording.mistake.link", 1, "{{ name }}")]
    [InlineData("[a](https://x.example/{{ name }})", "wording.mistake.link", 1, "https://x.example/{{ name }}")]
    [InlineData("[a]: https://x.example", "wording.mistake.link", 1, "[a]:")]
    [InlineData("qz0zq", "wording.mistake.signs", 1, "qz0zq")]
    [InlineData("one\ntwo \u202E three", "wording.mistake.signs", 2, "U+202E")]
    public void GivenAMistake_WhenChecked_ThenItsLineAndWhatItIsAreNamed(string typed, string key, int line, string what)
    {
        var original = Check.Original("availability", "en");
        var mistakes = Check.Of(Cohort, "availability", "en", original with { Body = $"{typed}\n\n{original.Body}" });

        var mistake = mistakes.First(mistake => mistake.Key == key);
        Assert.Equal("body", mistake.Part);
        if (line > 0) Assert.Equal(line, mistake.Line);
        else Assert.NotEqual(0, mistake.Line); // what is not closed is seen at its beginning or at the end
        Assert.Contains(what, mistake.What, StringComparison.Ordinal);
        Assert.All(mistakes, one => Assert.NotEmpty(AppTexts.Shelf.In("en")[one.Key]));
    }

    [Fact]
    public void GivenWhatAReaderNeeds_WhenItIsLeftOut_ThenItIsNamed()
    {
        var words = Check.Original("availability", "en");

        Assert.Contains(
            "wording.mistake.no-link {{ url }}",
            Keys(words with { Body = words.Body.Replace("{{ url }}", "https://x.example", StringComparison.Ordinal) }));
        Assert.Contains(
            "wording.mistake.missing {{ close_date }}",
            Keys(words with { Preheader = "", Body = words.Body.Replace("{{ close_date }}", "soon", StringComparison.Ordinal) }));
        Assert.Contains(
            "wording.mistake.hidden {{ url }}",
            Keys(
                words with
                {
                    Body = "{{ name }} {{ close_date }} {{ start_date }} {{ end_date }}\n{{ if months > 9 }}[x]({{ url }}){{ end }}",
                }));
        Assert.Contains("wording.mistake.subject {{ name }}", Keys(words with { Subject = "{{ name }}, read this" }));
        Assert.Contains("wording.mistake.empty subject", Keys(words with { Subject = "" }));
        Assert.Contains("wording.mistake.lines why", Keys(words with { Why = "one\ntwo" }));
        Assert.Contains(
            Keys(words with { Subject = new('x', 78) }), key => key.StartsWith("wording.mistake.subject-long", StringComparison.Ordinal));
        Assert.Contains(
            Keys(words with { Body = new('x', 20_001) }), key => key.StartsWith("wording.mistake.long", StringComparison.Ordinal));
        Assert.Single(WordingCheck.Warnings("ar", words));

        IEnumerable<string> Keys(MailWords typed) =>
            Check.Of(Cohort, "availability", "en", typed).Select(mistake => $"{mistake.Key} {mistake.What}");
    }

    [Theory]
    [InlineData("{{ for a in prompts }}{{ for b in prompts }}x{{ end }}{{ end }}", "wording.mistake.loop")]
    [InlineData("{{ for name in prompts }}x{{ end }}", "wording.mistake.loop")]
    [InlineData("{{ for a in prompts limit:1 }}x{{ end }}", "wording.mistake.loop")]
    public void GivenLoopsThatMultiply_WhenChecked_ThenTheyAreRefused(string typed, string key)
    {
        var original = Check.Original("prompt", "en");
        Assert.Equal(key, Check.Of(Cohort, "prompt", "en", original with { Body = $"{original.Body}\n{typed}" })[0].Key);
    }

    [Fact]
    public void GivenMarkupInNamesAndAnArabicMail_WhenTheCommitteesWordsAreWritten_ThenTheNameIsOnlyLettersAndSetApart()
    {
        var words = Check.Original("pulse", "ar") with
        {
            Subject = "كيف تسير الأمور؟",
            Body = "مرحبًا {{ name }}\n\n**{{ partners }}**\n\n[أجب]({{ url }})",
        };
        Assert.Equal([], Check.Of(Cohort, "pulse", "ar", words));
        var message = SampleMail.Of("pulse", language: "ar");
        message = message with
        {
            To = new("<b>Eve</b> [x](javascript:1) \u202E", "eve@example.org"),
            Model = new Dictionary<string, object?>(message.Model) { ["partners"] = "**Li** {{ url }}" },
        };

        var mail = new MailRenderer(MailParts.Templates).Render(words.Template("pulse.ar", "ar"), message, Cohort, default);

        Assert.Contains("<bdi>&lt;b&gt;Eve&lt;/b&gt; [x](javascript:1)</bdi>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi>**Li** {{ url }}</bdi>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("\u2068<b>Eve</b> [x](javascript:1)\u2069", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', mail.Text);
    }
}
