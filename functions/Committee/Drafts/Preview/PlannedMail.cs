using Ilnp.Mail;

namespace Ilnp.Committee.Drafts.Preview;

/// <summary>A mail that a cohort will send, as somebody invented would get it.</summary>
/// <param name="Name">Its template; part of its address.</param>
/// <param name="Day">On which it goes out, in the cohort's time zone; null where it depends on people.</param>
/// <param name="Write">In a language.</param>
public sealed record PlannedMail(string Name, DateOnly? Day, Func<string, MailMessage> Write);
