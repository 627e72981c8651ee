using System.Diagnostics;
using CsCheck;
using Ilnp.Local.Running;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Mail.OwnWords;

/// <summary>
/// Whatever a committee writes: it is refused with a place and a word, or every sample can be written with it.
/// CsCheck prints the seed of a case that fails.
/// </summary>
public sealed class WordingPropertyTests
{
    static readonly MailSamples Samples = new(AppParts.Of<MailSample>());
    static readonly MailRenderer Renderer = new(MailParts.Templates);
    static readonly CohortSettings Cohort = SampleMail.Cohort() with { ShortName = "ILNP 2020" };

    static readonly string[] Pieces =
    [
        "{{", "}}", "{{ end }}", "{{ else }}", "{{ if name }}", "{{ for x in prompts }}",
        "{{ x.title }}", "{{ name }}", "{{ url }}", "{{ unknown }}", "{{ func f }}", "{{ name | ",
        "](", "[", ")", "![", "<b>", "<script>", "```", "    ", "\n", "\n\n", "\n- ", "> ", "# ",
        "**", "*", "_", "|", "\\", "&amp;", "\u202E", "\u0000", "\t", "مرحبا", "漢字", "qz0zq",
        "https://x.example", "javascript:", "{%{", "}%}", "\"", "'", "-}}", "{{-", "~", "1..9", "[a]: b",
    ];

    static readonly Gen<(string Template, string Language, MailWords Words)> Edited =
        from template in Gen.OneOf<string>([.. MailParts.Templates.ForParticipants.Select(mail => mail.Name)])
        from language in Gen.OneOf<string>([.. AppTexts.Shelf.Languages])
        from part in Gen.Int[0, 5]
        from edits in Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 30], Gen.OneOf(Pieces), Gen.Bool).Array[1, 4]
        select (template, language, Edit(MailParts.Wording.Original(template, language), part, edits));

    [Fact]
    public void GivenAnyEditOfWordsThatShip_WhenChecked_ThenItIsRefusedByPlaceOrWrittenForEverySample() => Edited.Sample(
        edited =>
        {
            var (template, language, words) = edited;
            var mistakes = MailParts.Wording.Of(Cohort, template, language, words);
            Assert.All(
                mistakes,
                mistake => Assert.True(mistake.What.Length > 0 && (mistake.Line > 0 || OfAllOfIt.Contains(mistake.Key)), $"{mistake}"));
            if (mistakes.Count > 0) return;
            foreach (var sample in Samples.Of(template))
            {
                var mail = Renderer.Render(words.Template(template, language), MailSamples.Message(sample, "c", language), Cohort, default);
                Assert.DoesNotMatch("qz[0-9]+zq", mail.Html + mail.Text + mail.Subject);
                Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
            }
        },
        iter: 1500, threads: 1);

    /// <summary>What has no line: something that is missing, or that only the written mail shows.</summary>
    static readonly string[] OfAllOfIt =
    [
        "wording.mistake.empty", "wording.mistake.long", "wording.mistake.no-link", "wording.mistake.missing",
        "wording.mistake.hidden", "wording.mistake.large", "wording.mistake.unwritten",
    ];

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("{{ if name }}")]
    [InlineData("*a_")]
    [InlineData("![")]
    [InlineData("- ")]
    [InlineData("{{ ((((((((((")]
    [InlineData("](")]
    public void GivenTwentyThousandLettersOfOneKind_WhenChecked_ThenItEndsSoon(string piece)
    {
        var words = MailParts.Wording.Original("pulse", "en");
        var body = $"{words.Body}\n{string.Concat(Enumerable.Repeat(piece, (19_000 - words.Body.Length) / piece.Length))}";
        var watch = Stopwatch.StartNew();
        MailParts.Wording.Of(Cohort, "pulse", "en", words with { Body = body });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{piece}: {watch.Elapsed}");
    }

    static MailWords Edit(MailWords words, int part, (int At, int Cut, string Piece, bool Twice)[] edits)
    {
        string Of(string text) => edits.Aggregate(text, (now, edit) =>
        {
            var at = Math.Min(edit.At, now.Length);
            return now[..at] + edit.Piece + (edit.Twice ? edit.Piece : "") + now[Math.Min(now.Length, at + edit.Cut)..];
        });
        return part switch
        {
            0 => words with { Subject = Of(words.Subject) },
            1 => words with { Preheader = Of(words.Preheader) },
            2 => words with { Why = Of(words.Why) },
            _ => words with { Body = Of(words.Body) },
        };
    }
}
