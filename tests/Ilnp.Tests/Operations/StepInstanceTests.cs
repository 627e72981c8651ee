using System.Reflection;
using Ilnp.Intake;
using Ilnp.Intake.Import;
using Ilnp.Intake.Rounds;
using Ilnp.Operations;
using Ilnp.Programme;

namespace Ilnp.Tests.Operations;

public sealed class StepInstanceTests
{
    static readonly string[] Cohorts = ["2020", "2020-spring", "2020-spring-b"];

    [Theory]
    [InlineData("cohort-2020-spring", Step.Cohort, "2020-spring", "")]
    [InlineData("cohort-2020", Step.Cohort, "2020", "")]
    [InlineData("matching-2020-spring-b", Step.Matching, "2020-spring-b", "")]
    [InlineData("group-2020-spring-G012", Step.Group, "2020-spring", "G012")]
    [InlineData("group-2020-G012", Step.Group, "2020", "G012")]
    [InlineData("seconds-2020-spring", Step.Seconds, "2020-spring", "")]
    [InlineData("longer-2020-spring-G012", Step.Longer, "2020-spring", "G012")]
    [InlineData("meeting-2020-spring-2", Step.Meeting, "2020-spring", "2")]
    [InlineData("story-2020-spring-P0A1-2", Step.Story, "2020-spring", "P0A1-2")]
    [InlineData("moretime-2020-spring-availability-202004291100", Step.MoreTime, "2020-spring", "availability-202004291100")]
    [InlineData("rematch-2020-spring-b-G012-P0A1", Step.Rematch, "2020-spring-b", "G012-P0A1")]
    [InlineData("survey-2020-spring-mid-survey", Step.Survey, "2020-spring", "mid-survey")]
    [InlineData("intake-2020-spring-0a1b2c", Step.Intake, "2020-spring", "0a1b2c")]
    [InlineData("import-2020-0a1b2c", Step.Import, "2020", "0a1b2c")]
    public void GivenAnInstanceOfAKnownCohort_WhenItsIdIsRead_ThenStepCohortAndSubjectAreFound(
        string instanceId, Step step, string cohort, string subject) =>
        Assert.Equal(new(step, cohort, subject), StepInstance.Of(instanceId, Cohorts));

    [Theory]
    [InlineData("cohort-2021")]
    [InlineData("cohort-2020-G012")]
    [InlineData("group-2020")]
    [InlineData("group-2020-")]
    [InlineData("group-20201-G012")]
    [InlineData("matching-")]
    [InlineData("unknown-2020-spring")]
    [InlineData("6f1d1c1c0d4a4f1e")]
    [InlineData("-2020-spring")]
    [InlineData("")]
    public void GivenAnInstanceOfNoKnownCohort_WhenItsIdIsRead_ThenItBelongsToNone(string instanceId) =>
        Assert.Equal(new(Step.Unknown, null, ""), StepInstance.Of(instanceId, Cohorts));

    static object[] Given(MethodInfo method) =>
        [.. method.GetParameters().Select((parameter, place) => Given(parameter.ParameterType, place))];

    static object Given(Type type, int place) =>
        type == typeof(int) ? place : type == typeof(DateTime) ? DateTime.UnixEpoch : place == 0 ? "2020-spring" : $"X{place}";

    /// <summary>A step that is added, with an id that nothing here knows, fails this.</summary>
    [Fact]
    public void GivenEveryIdThatTheAppMakes_WhenRead_ThenItsCohortIsFoundAgainAndNoTwoStepsAreOne()
    {
        var made = typeof(InstanceIds).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => (string)method.Invoke(null, Given(method))!)
            .Append(ApplicationInbox.InstanceId(new("2020-spring", "0a1b2c")))
            .Append(new IntakeRound("2020-spring", new(2020, 3, 2, 8, 0, 0, DateTimeKind.Utc), "p1", "0a1b2c").InstanceId)
            .Append(ImportEndpoint.InstanceId(new("2020-spring", "0a1b2c", 7)))
            .Select(id => StepInstance.Of(id, Cohorts)).ToList();

        Assert.All(made, instance => Assert.Equal("2020-spring", instance.CohortId));
        Assert.Equal(Enum.GetValues<Step>().Except([Step.Unknown]), made.Select(instance => instance.Step).Distinct().Order());
    }
}
