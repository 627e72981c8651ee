namespace Ilnp.Mail.Holds;

/// <summary>A mailing to more than a few whose turn has come.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Mailing">Its name.</param>
/// <param name="Since">When its turn came, UTC.</param>
/// <param name="IsNews">Whether people can take part without it.</param>
public sealed record MailingTurn(string CohortId, string Mailing, DateTime Since, bool IsNews);

/// <summary>Whether it goes.</summary>
/// <param name="Goes">False while it waits, and where it falls away.</param>
/// <param name="AskAgainAt">UTC; null once it is settled.</param>
public sealed record MailingAnswer(bool Goes, DateTime? AskAgainAt);
