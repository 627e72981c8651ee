using System.Text;
using Ilnp.Intake.Import;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Tests.Intake.Import;

/// <summary>A small file in an old encoding is read by the languages that its people name, or refused.</summary>
public sealed class SpeakerEvidenceTests
{
    static readonly (string Language, int[] Pages)[] Written =
    [
        ("Spanish", [1252, 28605, 10000, 850]), ("Portuguese", [1252, 28605, 10000]),
        ("French", [1252, 28605]), ("German", [1252, 1250, 10000]), ("Danish", [1252]),
        ("Polish", [1250, 28592]), ("Czech", [1250, 28592]), ("Hungarian", [1250, 28592]),
        ("Turkish", [1254]), ("Lithuanian", [1257]), ("Latvian", [1257]),
    ];

    [Theory]
    [InlineData(1252, "María Muñoz", "Peru", "Spanish, English"),
        InlineData(1252, "José Pérez", "Peru", "Spanish"),
        InlineData(1252, "João Conceição", "Brazil", "Portuguese")]
    [InlineData(1252, "Søren Ærø", "Denmark", "Danish"),
        InlineData(1252, "René Dupont", "France", "French"),
        InlineData(28605, "Cœur Lefèvre", "France", "French")]
    [InlineData(1254, "Ayşe Yılmaz", "Turkey", "Turkish"),
        InlineData(28592, "Jiří Dvořák", "Czechia", "Czech"),
        InlineData(1250, "Paweł Nowiński", "Poland", "Polish")]
    public void GivenOneAccentedRow_WhenItsLanguageSpeaksForOneReading_ThenItIsReadSoAndTold(
        int page, string name, string country, string languages)
    {
        var export = ExportFile.Read(File(page, name, country, languages));

        Assert.False(export.Refused, string.Join(' ', export.Problems));
        Assert.Equal(["Bao Vu", name], export.Rows.Select(row => row.Answers[2].Text));
        Assert.Contains("not in UTF-8", Assert.Single(export.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1252, "Zoë Baker", "Kenya", "English"),
        InlineData(1252, "Ana Peña", "Kenya", "English"),
        InlineData(1251, "Анна Кузнецова", "Russia", "Russian")]
    [InlineData(932, "山田花子", "Japan", "Japanese"), InlineData(54936, "王小明", "China", "Chinese")]
    public void GivenOneAccentedRow_WhenNothingSpeaksForOneReading_ThenTheFileIsRefusedWithWhatToDo(
        int page, string name, string country, string languages)
    {
        var export = ExportFile.Read(File(page, name, country, languages));

        Assert.True(export.Refused);
        Assert.Contains("CSV UTF-8", Assert.Single(export.Problems), StringComparison.Ordinal);
    }

    [Theory, InlineData(61), InlineData(62)]
    public void GivenAnyWordsOfALanguage_WhenTheirFileIsRead_ThenTheyAreWholeOrItIsRefused(int seed)
    {
        var random = new Random(seed);
        var read = 0;
        for (var i = 0; i < 150; i++)
        {
            var (language, pages) = random.GetItems(Written, 1)[0];
            var (page, name) = (random.GetItems(pages, 1)[0], $"{Word(Languages.Find(language)!)} {Word(Languages.Find(language)!)}");
            if (name != CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(Encoded(page, name))) continue;
            var export = ExportFile.Read(File(page, name, "Kenya", language));
            if (!export.Refused) read++;

            Assert.True(
                export.Refused || export.Rows[1].Answers[2].Text == name,
                $"seed {seed}: {language} {name} in {page} is {export.Rows.ElementAtOrDefault(1)?.Answers[2].Text}");
        }

        Assert.True(read > 50, $"seed {seed}: only {read} are read");

        string Word(string code)
        {
            var letters = LetterRules.LettersOf(code)!.ToArray();
            var word = new string(random.GetItems("abdeiklmnorst".AsSpan(), random.Next(4, 9)));
            return string.Concat(char.ToUpperInvariant(word[0]), word[1..3], random.GetItems(letters, 1)[0], word[3..]);
        }
    }

    static byte[] Encoded(int page, string text) => CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text);

    static byte[] File(int page, string name, string country, string languages) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(
            "Timestamp,Email Address,Full name,Country,Languages you can use\r\n2020/03/02 14:11:52,bao@b.example,Bao Vu,Kenya,French\r\n"
                + $"2020/03/02 14:11:52,a@b.example,{name},{country},\"{languages}\"\r\n");
}
