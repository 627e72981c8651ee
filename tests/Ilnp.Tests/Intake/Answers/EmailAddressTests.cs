using Ilnp.Intake.Answers;
using Ilnp.Programme;

namespace Ilnp.Tests.Intake.Answers;

public sealed class EmailAddressTests
{
    static readonly string[] Dotless = ["gmail.com", "googlemail.com"];

    [Theory]
    [InlineData(" Ana.Silva@Example.ORG ", "Ana.Silva@example.org")]
    [InlineData("mailto:ana@example.org", "ana@example.org")]
    [InlineData("Ana Silva <ana@example.org>", "ana@example.org")]
    [InlineData("ana@example.org.", "ana@example.org")]
    [InlineData("ana＠example.org", "ana@example.org")]
    [InlineData("用户@例え.jp", "用户@例え.jp")]
    [InlineData("o'brien+news@univ.example.edu", "o'brien+news@univ.example.edu")]
    public void GivenAnAddress_WhenRead_ThenItIsKeptWithItsDomainInLowerCase(string text, string address)
    {
        Assert.Equal(address, EmailAddress.Read(text).Value);
        Assert.Null(EmailAddress.Read(text).Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("ana@localhost")]
    [InlineData("ana silva@example.org")]
    [InlineData("ana@example..org")]
    [InlineData("@example.org")]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("a@b.c\r\nBcc: x@y.z")]
    [InlineData("ana@exa mple.org")]
    public void GivenSomethingElse_WhenRead_ThenAProblemSaysSo(string text)
    {
        Assert.Null(EmailAddress.Read(text).Value);
        Assert.NotNull(EmailAddress.Read(text).Problem);
    }

    [Theory]
    [InlineData("Ana@Example.org", "ana@example.org", true)]
    [InlineData("ana+ilnp@example.org", "ana@example.org", true)]
    [InlineData("a.n.a@gmail.com", "ana@GMAIL.com", true)]
    [InlineData("ana@googlemail.com", "a.na@gmail.com", true)]
    [InlineData("a.na@example.org", "ana@example.org", false)]
    [InlineData("ana@mail.example.org", "ana@example.org", false)]
    [InlineData("ana@bücher.example", "ana@xn--bcher-kva.example", true)]
    public void GivenTwoSpellings_WhenCompared_ThenTheyAreOnePersonsOrNot(string first, string second, bool same) =>
        Assert.Equal(same, new AddressSpelling { DotlessDomains = Dotless }
            .KeyOf(first) == new AddressSpelling { DotlessDomains = Dotless }.KeyOf(second));
}
