using Ilnp.Privacy;

namespace Ilnp.Tests.Privacy;

/// <summary>A name goes out of others' texts, and nothing else does.</summary>
public sealed class RedactionTests
{
    static readonly Redaction Ana = new(["Ana Li", "Li", "ana.li@library.example", "李晓明", "عبد الله"]);

    [Theory]
    [InlineData("Ana Li, Kofi Mensah", "…, Kofi Mensah")]
    [InlineData("We write to ANA LI.", "We write to ….")]
    [InlineData("Olivia Lisboa", "Olivia Lisboa")]
    [InlineData("Ana Li (ana.li@library.example, row 4)", "… (…, row 4)")]
    [InlineData("和李晓明谈", "和…谈")]
    [InlineData("وعبد الله", "و…")]
    [InlineData("Ana Liさんへ", "…さんへ")]
    [InlineData("Ana Li와 Olivia", "…와 Olivia")]
    [InlineData("We write to Ana\n  Li today", "We write to … today")]
    [InlineData("> We write to Ana\r\n> Li", "> We write to …")]
    [InlineData("和李\n晓明谈", "和…谈")]
    [InlineData("- 和李晓\n  明谈", "- 和…谈")]
    [InlineData("وعبد\nالله", "و…")]
    [InlineData("SUMMARY:Kofi talks with An\r\n a Li", "SUMMARY:Kofi talks with …")]
    [InlineData("SUMMARY:Kofi talks with Ana\r\n  Li", "SUMMARY:Kofi talks with …")]
    [InlineData("和李晓\r\n 明谈", "和…谈")]
    [InlineData("A\nna Li", "A\nna …")]
    [InlineData("", "")]
    public void GivenATextOfOthers_WhenRedacted_ThenTheNameIsGone(string text, string expected)
    {
        Assert.Equal(expected, Ana.Of(text));
        Assert.Equal(text != expected, Ana.Mentions(text));
        Assert.Equal(expected, Ana.Of(expected));
    }

    [Fact]
    public void GivenNobody_WhenRedacted_ThenNothingChanges()
    {
        Assert.Equal("Ana", new Redaction([]).Of("Ana"));
        Assert.Equal("A", new Redaction(["A", " "]).Of("A"));
    }

    [Fact]
    public void GivenWhoWasErased_WhenNamed_ThenTheSignForItIsNoName() =>
        Assert.Empty(new DataSubject("c", "P1").Named(Redaction.Left, "").Names);
}
