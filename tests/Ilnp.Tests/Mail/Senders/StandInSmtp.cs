using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ilnp.Tests.Mail.Senders;

/// <summary>A mail server on loopback that speaks RFC 5321 and answers each command as the test says.</summary>
sealed class StandInSmtp : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly Func<string, string?> answer;
    readonly CancellationTokenSource ended = new();
    readonly Task serving;

    /// <param name="answer">
    /// The line to answer a command's first word with: <c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>, <c>.</c> for the end of the
    /// message; null for the usual one, and "" to hang up.
    /// </param>
    public StandInSmtp(Func<string, string?>? answer = null)
    {
        this.answer = answer ?? (_ => null);
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What came after DATA, dots unstuffed.</summary>
    public List<string> Messages { get; } = [];

    public List<string> Commands { get; } = [];

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync(ended.Token);
                await TalkAsync(connection.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            return; // the test is over
        }
    }

    async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 stand-in ready");
        while (await reader.ReadLineAsync() is { } line)
        {
            Commands.Add(line);
            var word = line.Split(' ')[0].ToUpperInvariant();
            if (!await AnswerAsync(writer, word) || word == "QUIT") return;
            if (word != "DATA") continue;
            Messages.Add(await MessageAsync(reader));
            if (!await AnswerAsync(writer, ".")) return;
        }
    }

    async Task<bool> AnswerAsync(StreamWriter writer, string word)
    {
        var line = answer(word) ?? Usual(word);
        if (line.Length == 0) return false;
        await writer.WriteLineAsync(line);
        return true;
    }

    static string Usual(string word) => word switch
    {
        "EHLO" => "250-stand-in\r\n250-8BITMIME\r\n250 SIZE 10000000",
        "DATA" => "354 go on",
        "." => "250 2.0.0 Ok: queued as 4Bx7Kz",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    static async Task<string> MessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return message.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await serving;
        listener.Stop();
        ended.Dispose();
    }
}
