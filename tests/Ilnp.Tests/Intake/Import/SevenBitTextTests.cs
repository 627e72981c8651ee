using System.Text;
using Ilnp.Intake.Import;

namespace Ilnp.Tests.Intake.Import;

/// <summary>A file in UTF-7 looks like plain text: it is refused, and plain text is not.</summary>
public sealed class SevenBitTextTests
{
    [Theory]
    [InlineData("M+APw-ller")] // Müller
    [InlineData("Jos+AOk")] // José, as encoders write it before a comma
    [InlineData("+XHF1MIKxW1A-")] // 山田花子
    [InlineData("+BBAEPQQ9BDA")] // Анна
    [InlineData("ana+AEA-example.org")]
    public void GivenNamesInSevenBits_WhenTheFileIsRead_ThenItIsRefusedWithWhatToDo(string name)
    {
        var export = ExportFile.Read(File(name));

        Assert.True(export.Refused);
        Assert.Contains("CSV UTF-8", Assert.Single(export.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ana Silva, +49-160-1234567")]
    [InlineData("REST+API-based, Python+SQL")]
    [InlineData("teaching+research-led, reading+writing, C++")]
    [InlineData("Moodle+DSpace, R+QGIS, PhD+LibGuides, MARC+BIBFRAME")]
    [InlineData("ana+ilnp@mail.example, ana+a@mail.example, ana+Work@mail.example")]
    [InlineData("18+ 60+ 2+2 1+1=2 +1-800-555")]
    public void GivenPlusSignsInPlainText_WhenTheFileIsRead_ThenItIsRead(string text)
    {
        Assert.False(SevenBitText.Is(Encoding.UTF8.GetBytes(text)));
        Assert.False(ExportFile.Read(File($"\"{text}\"")).Refused);
    }

    static byte[] File(string name) => Encoding.UTF8.GetBytes(
        $"Timestamp,Email Address,Full name,Country,Languages\r\n2020-03-05T10:00:00Z,a@b.example,{name},Kenya,English\r\n");
}
