namespace Ilnp.Mail.OwnWords;

/// <summary>Something in a mail's words that it cannot be sent with.</summary>
/// <param name="Key">Text that says it: with <c>what</c>, and <c>detail</c> where there is more to say.</param>
/// <param name="Part">The part of the mail, as <see cref="MailWords.Parts"/> names it.</param>
/// <param name="Line">In the part, from 1; 0 for what is wrong with all of it.</param>
/// <param name="What">The placeholder, or what else it is about, as it is written there.</param>
/// <param name="Detail">More of it; empty for nothing.</param>
public sealed record WordingMistake(string Key, string Part, int Line, string What, string Detail = "");
