namespace Ilnp.Mail.Rendering;

/// <summary>A template filled for one recipient.</summary>
/// <param name="Language">The language it is in, which may not be the one asked for.</param>
/// <param name="Subject">One line, plain.</param>
/// <param name="Html">A whole page.</param>
/// <param name="Text">The same for readers of plain text.</param>
public sealed record RenderedMail(string Language, string Subject, string Html, string Text);
