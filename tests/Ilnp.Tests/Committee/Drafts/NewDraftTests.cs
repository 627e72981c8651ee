using System.Globalization;
using CsCheck;
using Ilnp.Cohort;
using Ilnp.Committee.Drafts;
using Ilnp.Local.Running;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Drafts;

/// <summary>What a draft begins with, and what typing into it makes.</summary>
public sealed class NewDraftTests
{
    static readonly CohortSettings Last = SampleCohort.Settings("ilnp-spring-2026") with
    {
        Name = "ILNP spring 2026",
        Languages = ["en", "fr"],
        Texts = new Dictionary<string, string> { ["next_wave"] = "in autumn 2026", ["website"] = "https://example.org/20261" },
        Translations = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["fr"] = new Dictionary<string, string> { ["programme"] = "RIB, printemps 2026" },
        },
    };

    [Fact]
    public void GivenALastCohort_WhenCopiedOnAnyDay_ThenDaysKeepTheirWeekdaysAndDistancesAndItCouldBeStarted() =>
        Gen.Int[-400, 2000].Sample(after =>
        {
            var today = Last.Dates.Announce.AddDays(after);

            var result = AppParts.SettingsFile.Parse(NewDraft.After(Last, today, [Last.Id]));

            Assert.Empty(result.Problems);
            var (dates, moved) = (result.Settings!.Dates, result.Settings.Dates.Announce.DayNumber - Last.Dates.Announce.DayNumber);
            Assert.True(
                moved > 0 && moved % 182 == 0 && dates.Announce >= today.AddDays(14)
                    && (moved == 182 || dates.Announce < today.AddDays(14 + 182)));
            Assert.Equal(
                [
                    Last.Dates.ApplicationsClose, Last.Dates.AskAvailability,
                    Last.Dates.AvailabilityCloses, Last.Dates.Introduce, Last.Dates.MidSurvey,
                ],
                new[] { dates.ApplicationsClose, dates.AskAvailability, dates.AvailabilityCloses, dates.Introduce, dates.MidSurvey }
                    .Select(day => day.AddDays(-moved)));
        });

    [Fact]
    public void GivenALastCohort_WhenCopied_ThenYearsInItsNamesMoveOnAndNothingElseChanges()
    {
        var copy = AppParts.SettingsFile.Parse(NewDraft.After(Last, Last.Dates.Announce.AddDays(170), [Last.Id])).Settings!;
        var years = copy.Dates.Announce.Year - Last.Dates.Announce.Year;
        string Later(string name) => name.Replace("2026", (2026 + years).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        Assert.True(years > 0);
        Assert.Equal((Later("ilnp-spring-2026"), Later("ILNP spring 2026")), (copy.Id, copy.Name));
        Assert.Equal(
            (Later("in autumn 2026"), "https://example.org/20261", Later("RIB, printemps 2026")),
            (copy.Texts["next_wave"], copy.Texts["website"], copy.Translations["fr"]["programme"]));
        var same = copy with { Id = Last.Id, Name = Last.Name, Dates = Last.Dates, Texts = Last.Texts, Translations = Last.Translations };
        Assert.Empty(SettingsDifference.Of(same, Last));
    }

    [Fact]
    public void GivenAnIdThatIsTaken_WhenProposedAgain_ThenANumberTellsThemApart() =>
        Assert.Equal(["zoe-angstrom", "zoe-angstrom-2", "zoe-angstrom-3", "li-ming"], new[]
        {
            CohortNames.IdOf("Zoë Ångström", []),
            CohortNames.IdOf("Zoë Ångström", ["zoe-angstrom"]),
            CohortNames.IdOf("Zoë  Ångström!", ["zoe-angstrom", "zoe-angstrom-2"]),
            CohortNames.IdOf("李 明", []),
        });

    [Fact]
    public void GivenNoCohortYet_WhenTheFirstIsPrepared_ThenOnlyWhatTheCommitteeKnowsIsMissing() =>
        Assert.Equal(
            ["capacityPairs: is missing.", "committee: is missing.", "id: is missing.", "name: is missing.", "timeZone: is missing."],
            AppParts.SettingsFile.Parse(NewDraft.First(new(2026, 11, 28))).Problems.Order(StringComparer.Ordinal));

    [Fact]
    public void GivenWhatIsNotRight_WhenTyped_ThenItIsKeptAndNamedAndWhatHasNoFieldStays()
    {
        var saved = SettingsDocument.Parse(CohortSettingsFile.Write(Last));
        saved["matching.spread"] = "5";

        var typed = DraftReading.Apply(
            saved.ToString(),
            Posted(
                ("capacityPairs", "a few"), ("dates.announce", "soon"), ("name", " "),
                ("availability.reminderDays", "9, 3 x"), ("Id", "ignored")),
            ["en", "fr"]);

        Assert.Equal(
            ("a few", "soon", "", "5", "9, 3, x"),
            (
                typed.Text("capacityPairs"), typed.Text("dates.announce"), typed.Text("name"),
                typed.Text("matching.spread"), typed.Text("availability.reminderDays")));
        Assert.Equal(
            [
                "availability.reminderDays[3]: \"x\" is not a whole number.",
                "capacityPairs: \"a few\" is not a whole number.",
                "dates.announce: \"soon\" is not a date like 2020-03-31.",
                "name: is missing.",
            ],
            AppParts.SettingsFile.Parse(typed.ToString()).Problems.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void GivenCommitteeRows_WhenTyped_ThenIdsStayNewOnesGetOneAndEmptyRowsGo()
    {
        var lead = Last.Committee[0];

        var typed = DraftReading.Apply(
            CohortSettingsFile.Write(Last),
            Posted(
                ("committee.0.id", lead.Id), ("committee.0.name", "New Name"),
                ("committee.0.email", lead.Email), ("committee.0.roles", "lead"), ("committee.0.load", ""),
                ("committee.1.id", Last.Committee[1].Id), ("committee.1.name", ""), ("committee.1.email", ""),
                ("committee.2.id", ""), ("committee.2.name", "New Name"), ("committee.2.email", "new@library.example"),
                ("committee.2.roles", "liaison"), ("committee.2.load", "7")),
            ["en", "fr"]);

        var members = AppParts.SettingsFile.Parse(typed.ToString()).Settings!.Committee;
        Assert.Equal(
            [(lead.Id, "New Name", 0), ("new-name", "New Name", 7)],
            members.Select(member => (member.Id, member.Name, member.LiaisonLoad)));
    }

    [Fact]
    public void GivenALanguageThatIsTakenAway_WhenTyped_ThenItsWordsGoWithIt()
    {
        var typed = DraftReading.Apply(
            CohortSettingsFile.Write(Last), Posted(("languages", "en"), ("languages.first", "en")), ["en", "fr"]);

        Assert.Equal(["en"], AppParts.SettingsFile.Parse(typed.ToString()).Settings!.Languages);
        Assert.Null(typed["translations.fr"]);
    }

    static Dictionary<string, IReadOnlyList<string>> Posted(params (string Name, string Value)[] fields) =>
        fields.GroupBy(field => field.Name)
            .ToDictionary(field => field.Key, IReadOnlyList<string> (field) => [.. field.Select(one => one.Value)]);
}
