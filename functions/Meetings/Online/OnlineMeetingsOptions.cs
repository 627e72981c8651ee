using Ilnp.Mail.Senders;
using Microsoft.Extensions.Options;

namespace Ilnp.Meetings.Online;

/// <summary>
/// Settings <c>OnlineMeetings:*</c>. The app signs in to Graph as it does for mail, with the right <c>Calendars.ReadWrite</c> for that
/// mailbox alone.
/// </summary>
public sealed class OnlineMeetingsOptions
{
    public const string Section = "OnlineMeetings";

    /// <summary>Address of the mailbox in whose calendar meetings are made, with Teams; empty for none.</summary>
    public string Mailbox { get; set; } = "";
}

sealed class OnlineMeetingsOptionsCheck(IOptions<GraphOptions> graph) : IValidateOptions<OnlineMeetingsOptions>
{
    public ValidateOptionsResult Validate(string? name, OnlineMeetingsOptions options)
    {
        if (options.Mailbox.Length == 0) return ValidateOptionsResult.Success;
        var problems = graph.Value.SignInProblems().ToList();
        if (!options.Mailbox.Contains('@', StringComparison.Ordinal))
            problems.Add($"OnlineMeetings:Mailbox is \"{options.Mailbox}\", which is no address of a mailbox.");
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
