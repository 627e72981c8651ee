using System.Text.Json;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Programme;

/// <summary>Why somebody waits is told in the language that they have when they are told.</summary>
public sealed class WaitingReasonTests
{
    [Fact]
    public void GivenAReason_WhenTheLanguageChanges_ThenItIsToldInTheNewOne()
    {
        var person = SampleCohort.Person("c", "P1", "Zoë", "DE") with { Waiting = new("countryCap", ["DE", "9"]) };
        Assert.Contains("Germany", person.WaitingInWords(), StringComparison.Ordinal);
        Assert.Contains("Alemania", person.Choosing("es").WaitingInWords(), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAPersonStoredBefore_WhenRead_ThenTheWordsKeptThenAreTold()
    {
        var stored = JsonSerializer.SerializeToNode(SampleCohort.Person("c", "P1", "Zoë", "DE"), RecordEntity.Json)!.AsObject();
        stored.Remove("waiting");
        stored.Remove("choseLanguage");
        stored["waitingReason"] = "There were places for 47 pairs only.";
        Assert.Equal("There were places for 47 pairs only.", stored.Deserialize<Person>(RecordEntity.Json)!.WaitingInWords());
    }
}
