namespace Ilnp.Mail.Rendering;

/// <summary>A template is missing or wrong, or names something that its model has not: a defect, never retried.</summary>
public sealed class MailTemplateException(string template, string message, Exception? inner = null)
    : Exception($"Mail template {template}: {message}", inner);
