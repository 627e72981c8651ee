using Ilnp.Storage;

namespace Ilnp.Tests.Storage;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "'=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("Ana = Silva", "Ana = Silva")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void GivenAText_WhenItGoesIntoACell_ThenItIsNeverComputed(string? text, string cell) =>
        Assert.Equal(cell, SpreadsheetText.Safe(text));
}
