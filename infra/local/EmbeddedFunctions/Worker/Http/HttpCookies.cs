namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>The cookies that a response sets.</summary>
public abstract class HttpCookies
{
    protected HttpCookies()
    {
    }

    public abstract void Append(IHttpCookie cookie);

    public abstract void Append(string name, string value);

    public abstract IHttpCookie CreateNew();
}
