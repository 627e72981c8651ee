using Ilnp.Forms;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Applying;
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
    [InlineData("ana@gmial.com", "gmail.com")]
    [InlineData("Ana Silva <ana@GMAIL.CON>", "gmail.com")]
    [InlineData("ana@hotmial.con", "hotmail.com")]
    [InlineData("ana@library.ogr", "library.org")]
    public void GivenASlipOfTheHandInTheDomain_WhenRead_ThenItIsToldAndTheOwnFormAsks(string text, string meant)
    {
        Assert.Contains("@", EmailAddress.Read(text).Value, StringComparison.Ordinal);
        Assert.Contains($"slip of the hand for {meant}", EmailAddress.Read(text).Problem, StringComparison.Ordinal);
        Assert.Equal(meant, EmailAddress.MeantBy(text));
        Assert.Equal(new FormError("error.email-slip", meant), new AddressQuestion("email").Check([text]));
    }

    [Theory]
    [InlineData("ana@ymail.com")]
    [InlineData("ana@mail.com")]
    [InlineData("ana@email.com")]
    [InlineData("ana@cloud.com")]
    [InlineData("ana@yahoo.com.br")]
    [InlineData("ana@library.co")]
    [InlineData("ana@library.cm")]
    [InlineData("ana@hotmail.co.uk")]
    [InlineData("ana@outlook.fr")]
    public void GivenADomainThatIsNearAWellKnownOne_WhenRead_ThenItStands(string address) =>
        Assert.Equal(address, EmailAddress.Read(address).Value);

    [Theory]
    [InlineData("Ana@Example.org", "ana@example.org", true)]
    [InlineData("ana+ilnp@example.org", "ana@example.org", true)]
    [InlineData("a.n.a@gmail.com", "ana@GMAIL.com", true)]
    [InlineData("ana@googlemail.com", "a.na@gmail.com", true)]
    [InlineData("a.na@example.org", "ana@example.org", false)]
    [InlineData("ana@mail.example.org", "ana@example.org", false)]
    [InlineData("ana@bücher.example", "ana@xn--bcher-kva.example", true)]
    [InlineData("nowhere", "nowhere", true)]
    [InlineData("nowhere", "", false)]
    [InlineData("nowhere", "nowhere@example.org", false)]
    public void GivenTwoSpellings_WhenCompared_ThenTheyAreOnePersonsOrNot(string first, string second, bool same) =>
        Assert.Equal(same, new AddressSpelling { DotlessDomains = Dotless }
            .KeyOf(first) == new AddressSpelling { DotlessDomains = Dotless }.KeyOf(second));
}
