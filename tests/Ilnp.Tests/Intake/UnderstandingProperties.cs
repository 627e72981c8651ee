using System.Globalization;
using System.Text;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Vocabulary;
using Ilnp.Texts;
using Xunit.Abstractions;

namespace Ilnp.Tests.Intake;

/// <summary>What must hold for every name, digit, list, address and date, not only for those that somebody wrote once.</summary>
public sealed class UnderstandingProperties(ITestOutputHelper output)
{
    const int Tries = 2000;

    /// <summary>Names that a source gives to the wrong country.</summary>
    static readonly string[] Mistaken = ["República Democrática do Congo"];

    [Fact]
    public void GivenEveryNameOfEveryCountryInEveryLanguage_WhenRead_ThenItIsThatCountryOrAsked()
    {
        // Two letters are a code before they are an abbreviation.
        var names = VocabularyFile.Read("Cldr.countries")
            .Where(name => char.IsAsciiLetter(name.Code[0]) && !(Fold.Text(name.Word).Length == 2 && name.Word.All(char.IsAscii))).ToList();
        // The Canary Islands have a code of CLDR's, and are Spain's.
        var read = names.Select(name => (
            Code: name.Code == "IC" ? "ES" : name.Code,
            name.Word,
            Found: Countries.Find(name.Word) is var found && found == "IC" ? "ES" : found)).ToList();
        var asked = read.Count(name => name.Found is null);
        output.WriteLine($"{names.Count} names, {asked} asked");

        var others = read.Where(name => name.Found is not null && name.Found != name.Code && !Mistaken.Contains(name.Word))
            .Select(name => $"{name.Word}: {name.Found}, not {name.Code}");
        Assert.True(!others.Any(), string.Join(Environment.NewLine, others));
        Assert.InRange(asked, 0, names.Count / 50);
    }

    [Fact]
    public void GivenEveryNameOfEveryLanguageInEveryLanguage_WhenRead_ThenItIsThatLanguageOrLeftOut()
    {
        // One language calls Gan Chinese so; whoever writes it of themselves speaks the Ga of Accra.
        var names = VocabularyFile.Read("Cldr.languages").Where(name => name.Word != "gã").ToList();
        var read = names.Select(name => (Code: LanguageFamilies.Of(name.Code), name.Word, Found: Languages.Find(name.Word))).ToList();
        var asked = read.Count(name => name.Found is null);
        output.WriteLine($"{names.Count} names, {asked} left out");

        Assert.Empty(
            read.Where(name => name.Found is not null && name.Found != name.Code)
                .Select(name => $"{name.Word}: {name.Found}, not {name.Code}"));
        Assert.InRange(asked, 0, names.Count / 50);
    }

    [Fact]
    public void GivenAnyWordForNoBeforeOrBehindAnyYes_WhenRead_ThenItIsNeverYes()
    {
        var words = VocabularyFile.Read("replies").Where(entry => !entry.Word.Any(letter => letter > '\u2FFF'))
            .ToLookup(entry => entry.Code, entry => entry.Word);
        var said = words["yes"].Where(word => word.Length > 1)
            .SelectMany(yes =>
                words["no"].Where(no => no.Length > 1).SelectMany(no => new[] { $"{yes}, {no}", $"{no}, {yes}", $"{yes} and {no}" }));

        Assert.Empty(said.Where(text => Replies.Find(text) == true).Take(20));
    }

    [Theory, InlineData("Peru"), InlineData("Нигерия"), InlineData("日本"), InlineData("Côte d’Ivoire"), InlineData("مصر")]
    public void GivenARemarkThatNamesNoCountry_WhenItStandsInBracketsBehindOne_ThenTheCountryIsTheSame(string country) =>
        Assert.All(
            ["since 2010", "my home", "казначей", "library", "図書館", "3"],
            remark => Assert.Equal(Countries.Find(country), Countries.Find($"{country} ({remark})")));

    [Fact]
    public void GivenDigitsOfEveryScript_WhenYearsAreRead_ThenTheNumberIsTheSame()
    {
        var zeros = Enumerable.Range(0, 0x1FFFF).Where(Rune.IsValid).Select(value => new Rune(value))
            .Where(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber && Rune.GetNumericValue(rune) == 0).ToList();

        Assert.InRange(zeros.Count, 50, 200);
        Assert.All(zeros, zero => Assert.Equal(27, YearsAnswer.Read($"{new Rune(zero.Value + 2)}{new Rune(zero.Value + 7)}").Value));
    }

    [Theory, InlineData(11), InlineData(12), InlineData(13)]
    public void GivenLanguagesWrittenInAnyUsualWay_WhenRead_ThenEachIsThere(int seed)
    {
        var random = new Random(seed);
        (string Word, string Code)[] known =
        [
            ("English", "en"), ("Spanish", "es"), ("français", "fr"), ("Deutsch", "de"), ("العربية", "ar"),
            ("русский", "ru"), ("中文", "zh"), ("日本語", "ja"), ("Quechua", "qu"), ("Kiswahili", "sw"),
        ];
        string[] remarks = ["", "", " (native)", " (B2)", ": fluent", " - basic", " (reading, writing)", " – good"];
        string[] separators = [", ", "; ", "\n", " / ", "、", "، ", " | "];
        for (var i = 0; i < Tries; i++)
        {
            var chosen = random.GetItems(known, random.Next(1, 5)).Distinct().ToList();
            var separator = random.GetItems(separators, 1)[0];
            var text = string.Join(separator, chosen.Select(language => language.Word + random.GetItems(remarks, 1)[0]));
            var last = text.LastIndexOf(", ", StringComparison.Ordinal);
            if (last > 0 && separator == ", " && random.Next(2) == 0 && !text[last..].Contains(')', StringComparison.Ordinal))
                text = $"{text[..last]}, and {text[(last + 2)..]}";
            var lines = TextAnswer.ReadLines(text).Select(line => line.Value).ToList();
            var found = ListAnswer.Split(lines, item => Languages.FindAll(item).Count > 0).SelectMany(Languages.FindAll);

            Assert.True(chosen.Select(language => language.Code).SequenceEqual(found), $"seed {seed}: “{text}”");
        }
    }

    [Theory, InlineData(21), InlineData(22)]
    public void GivenAMomentWrittenInAnyUsualWay_WhenRead_ThenItIsThatMoment(int seed)
    {
        var random = new Random(seed);
        string[] formats =
        [
            "yyyy/MM/dd h:mm:ss tt", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss",
            "dd.MM.yyyy HH:mm:ss", "d-M-yyyy H:mm:ss", "MMM d, yyyy HH:mm:ss",
            "d MMMM yyyy, HH:mm:ss", "ddd MMM dd yyyy HH:mm:ss", "yyyy年M月d日 HH:mm:ss", "yyyy. M. d. HH:mm:ss", "M/d/yyyy h:mm:ss tt",
        ];
        for (var i = 0; i < Tries; i++)
        {
            var moment = new DateTime(2020, 1, 1).AddSeconds(random.Next(0, 90 * 24 * 3600));
            var text = moment.ToString(random.GetItems(formats, 1)[0], CultureInfo.InvariantCulture);
            var reading = MomentAnswer.Read(text, new(2020, 6, 1, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc, dayFirst: null);

            Assert.True(
                reading.Problem is null && reading.Value.UtcDateTime == moment,
                $"seed {seed}: “{text}” is read as {reading.Value:u} ({reading.Problem})");
        }
    }

    [Fact]
    public void GivenAnySignThatShowsNothing_WhenItStandsAnywhereInAnAddress_ThenTheAddressIsTheSame()
    {
        const string Address = "rosa.quispe@biblio.example";
        var signs = Enumerable.Range(0, 0xFFFF).Where(value => !char.IsSurrogate((char)value))
            .Select(value => (char)value).Where(letter => char.GetUnicodeCategory(letter) == UnicodeCategory.Format);

        Assert.All(
            signs,
            sign =>
                Assert.All(
                    Enumerable.Range(0, Address.Length),
                    place => Assert.Equal(Address, EmailAddress.Read(Address.Insert(place, sign.ToString())).Value)));
    }

    [Theory, InlineData(31), InlineData(32)]
    public void GivenAnyText_WhenRead_ThenNothingThrowsAndReadingAgainChangesNothing(int seed)
    {
        var random = new Random(seed);
        const string Letters = "abcXYZ019 ,;:/()[]'\"-–+@.\n\t=é中文日本語العربيةруский\u200b\u202e\ud83d\ude00½٣ｆ＠、，و";
        for (var i = 0; i < Tries; i++)
        {
            var text = new string(random.GetItems(Letters.AsSpan(), random.Next(0, 40)));
            var line = TextAnswer.Read(text).Value;

            Assert.True(TextAnswer.Read(line).Value == line, $"seed {seed}: {text}");
            if (EmailAddress.Read(text).Value is { } address) Assert.Equal(address, EmailAddress.Read(address).Value);
            _ = (Countries.Find(text), Languages.FindAll(text), TimeZones.Find(text), Replies.Find(text), YearsAnswer.Read(text));
            _ = MomentAnswer.Read(text, DateTimeOffset.UnixEpoch.AddYears(60), TimeZoneInfo.Utc, dayFirst: true);
            _ = ListAnswer.Split([text], item => Languages.Find(item) is not null);
            _ = ExportFile.Read(Encoding.UTF8.GetBytes(text));
        }
    }

    [Theory, InlineData(41)]
    public void GivenAnyBytes_WhenReadAsAFile_ThenNothingThrows(int seed)
    {
        var random = new Random(seed);
        var sample = File.ReadAllBytes(Samples.FieldPath("header-repeated.csv"));
        for (var i = 0; i < 200; i++)
        {
            var bytes = sample.ToArray();
            for (var k = random.Next(1, 30); k > 0; k--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Assert.NotNull(ExportFile.Read(i % 2 == 0 ? bytes : bytes[..random.Next(bytes.Length)]));
        }
    }
}
