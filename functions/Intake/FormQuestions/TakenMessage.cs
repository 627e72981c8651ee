namespace Ilnp.Intake.FormQuestions;

/// <summary>A message that was registered.</summary>
/// <param name="Application">As it stands.</param>
/// <param name="Read">As it was read; null for one that was erased or could not be read.</param>
public sealed record TakenMessage(Application Application, ReadMessage? Read);
