using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Pages;

/// <summary>Over storage that no other class of tests has left anything in: for what looks at all cohorts, or counts round trips.</summary>
public sealed class FreshWebHostFixture() : WebHostFixture(new AzuriteFixture { IsFresh = true });
