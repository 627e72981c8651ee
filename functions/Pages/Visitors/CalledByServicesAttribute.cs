namespace Ilnp.Pages.Visitors;

/// <summary>
/// Marks a function that services post to by themselves, form providers and mail programs: it proves by a signature what comes
/// from where, and many people's posts come from one address.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CalledByServicesAttribute : Attribute;
