using Ilnp.Programme;

namespace Ilnp.SecondPartners;

/// <summary>Whether participants may wish a second partner beside the first.</summary>
public sealed record SecondPartnersSettings : IStepSettings
{
    public static string Section => "secondPartners";

    /// <summary>Not without the committee's word: in cohorts begun before nobody was told of it.</summary>
    public bool Offered { get; init; }

    /// <summary>What is wrong with these settings, in plain words.</summary>
    public IEnumerable<string> Problems() => [];
}
