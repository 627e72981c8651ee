using System.Net;
using System.Net.Sockets;

namespace Ilnp.Local.Running;

static class LoopbackPort
{
    /// <summary>Before anything is started, so that this is the only thing said.</summary>
    /// <exception cref="LocalProblem">Somebody else has it.</exception>
    public static void RequireFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new LocalProblem($"Port {port} is in use by another program: end that program, or choose another port with --port.", e);
        }
    }
}
