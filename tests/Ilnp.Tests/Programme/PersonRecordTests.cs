using System.Text.Json;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Tests.Programme;

public sealed class PersonRecordTests
{
    const string BeforeTheOptionalQuestions =
        """{"cohortId":"c","personId":"P1","name":"Zoë","email":"zoe@example.org","country":"DE","languages":["de"],"mailLanguage":"en","firstAppliedAt":"2020-03-02T12:00:00+00:00","standing":"eligible"}""";

    [Fact]
    public void GivenARowWrittenBeforeTheOptionalQuestions_WhenRead_ThenTheyAreUnanswered()
    {
        var person = JsonSerializer.Deserialize<Person>(BeforeTheOptionalQuestions, RecordEntity.Json)!;

        Assert.Equal(("Zoë", Standing.Eligible), (person.Name, person.Standing));
        Assert.Equal(((string?)null, false, (string?)null), (person.CareerStage, person.WantsUnlike, person.Rhythm));
        Assert.Empty(person.Offers.Concat(person.Seeks).Concat(person.Tools));
    }

    [Fact]
    public void GivenAllOptionalAnswers_WhenWritten_ThenTheirNamesInStorageAreThese()
    {
        var person = JsonSerializer.Deserialize<Person>(BeforeTheOptionalQuestions, RecordEntity.Json)! with
        {
            CareerStage = "early",
            WantsUnlike = true,
            Offers = ["metadata"],
            Seeks = ["archives"],
            Rhythm = "weekly",
            Tools = ["email"],
        };

        var json = JsonSerializer.Serialize(person, RecordEntity.Json);
        Assert.Contains(
            "\"careerStage\":\"early\",\"wantsUnlike\":true,\"offers\":[\"metadata\"],\"seeks\":[\"archives\"],"
                + "\"rhythm\":\"weekly\",\"tools\":[\"email\"]",
            json,
            StringComparison.Ordinal);
    }
}
