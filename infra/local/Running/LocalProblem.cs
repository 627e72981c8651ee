namespace Ilnp.Local.Running;

/// <summary>Something that the person at the keyboard can mend; the message says how, in a sentence or one line for each mistake.</summary>
sealed class LocalProblem(string message, Exception? inner = null) : Exception(message, inner);
