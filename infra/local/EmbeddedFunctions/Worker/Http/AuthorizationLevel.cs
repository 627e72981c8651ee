namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key a request must carry: none, the function's or the host's, or the master key.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
