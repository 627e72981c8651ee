using Ilnp.Links;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Links;

public sealed class LinkSignerTests
{
    static readonly DateTimeOffset Now = new(2020, 4, 10, 12, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Later = Now.AddDays(10);
    static readonly string OldKey = Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]);
    static readonly string NewKey = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]);

    [Fact]
    public void GivenAToken_WhenReadForItsPurpose_ThenTheSubjectIsGivenBack()
    {
        var reading = Signer().Read("decision", Signer().Sign("decision", Later, "spring-2020", "availability-P1", "1"), Now);

        Assert.Equal(LinkValidity.Valid, reading.Validity);
        Assert.Equal(["spring-2020", "availability-P1", "1"], reading.Subject);
    }

    [Fact]
    public void GivenAToken_WhenReadForAnotherPurpose_ThenItIsInvalid() =>
        Assert.Equal(LinkReading.Invalid, Signer().Read("sign-in", Signer().Sign("decision", Later, "x"), Now));

    [Theory]
    [InlineData(-1, LinkValidity.Valid)]
    [InlineData(0, LinkValidity.Expired)]
    [InlineData(1, LinkValidity.Expired)]
    public void GivenItsExpiry_WhenTheMomentComes_ThenItExpires(int seconds, LinkValidity expected) =>
        Assert.Equal(expected, Signer().Read("decision", Signer().Sign("decision", Later, "x"), Later.AddSeconds(seconds)).Validity);

    [Fact]
    public void GivenAToken_WhenAnyOneCharacterIsChanged_ThenItIsInvalid()
    {
        const string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.=%/+ ";
        var token = Signer().Sign("decision", Later, "spring-2020", "availability-P1", "1");
        for (var at = 0; at < token.Length; at++)
            foreach (var letter in letters.Where(letter => letter != token[at]))
                Assert.Equal(LinkReading.Invalid, Signer().Read("decision", token[..at] + letter + token[(at + 1)..], Now));
    }

    [Fact]
    public void GivenAToken_WhenCutOrLengthened_ThenItIsInvalid()
    {
        var token = Signer().Sign("decision", Later, "x");
        for (var length = 0; length < token.Length; length++)
            Assert.Equal(LinkReading.Invalid, Signer().Read("decision", token[..length], Now));
        foreach (var end in new[] { "A", ".", "=", "AAAA", new string('A', 10_000) })
            Assert.Equal(LinkReading.Invalid, Signer().Read("decision", token + end, Now));
    }

    [Fact]
    public void GivenTheKeyWasRotated_WhenTheOldKeyIsKept_ThenOldTokensAreGoodAndNewOnesAreOfTheNewKey()
    {
        var token = Signer().Sign("decision", Later, "x");
        var rotated = Signer("k2", ("k1", OldKey), ("k2", NewKey));

        Assert.Equal(LinkValidity.Valid, rotated.Read("decision", token, Now).Validity);
        Assert.StartsWith("k2.", rotated.Sign("decision", Later, "x"));
        Assert.Equal(token, rotated.SignBy("k1", "decision", Later, "x"));
    }

    [Fact]
    public void GivenTheKeyWasRetired_WhenAnOldTokenIsRead_ThenItIsInvalid() =>
        Assert.Equal(LinkReading.Invalid, Signer("k2", ("k2", NewKey)).Read("decision", Signer().Sign("decision", Later, "x"), Now));

    [Fact]
    public void GivenTheSameBytes_WhenAnotherKeyIsNamed_ThenItIsInvalid()
    {
        var same = Signer("k1", ("k1", OldKey), ("k2", OldKey));
        Assert.Equal(LinkReading.Invalid, same.Read("decision", "k2" + same.Sign("decision", Later, "x")[2..], Now));
    }

    [Fact]
    public void GivenSeveralMistakesInTheSettings_WhenChecked_ThenAllAreNamedAtOnce()
    {
        var problems = new SigningOptionsCheck().Validate(null, new()
        {
            SigningKeys = new() { ["K 1"] = Convert.ToBase64String(new byte[32]), ["k2"] = "short" },
            CurrentKey = "k3",
        }).Failures!.ToList();
        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("'k3'", StringComparison.Ordinal));
    }

    static LinkSigner Signer() => Signer("k1", ("k1", OldKey));

    static LinkSigner Signer(string current, params (string Id, string Key)[] keys) =>
        new(Options.Create(new SigningOptions { CurrentKey = current, SigningKeys = keys.ToDictionary(key => key.Id, key => key.Key) }));
}
