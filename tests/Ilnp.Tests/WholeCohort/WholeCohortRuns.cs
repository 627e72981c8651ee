namespace Ilnp.Tests.WholeCohort;

/// <summary>Tests of the one whole cohort.</summary>
[CollectionDefinition(Name)]
public sealed class WholeCohortRuns : ICollectionFixture<FinishedCohort>
{
    public const string Name = "Whole cohort";
}
