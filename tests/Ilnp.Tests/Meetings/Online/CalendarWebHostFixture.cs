using Ilnp.Meetings.Online;
using Ilnp.Tests.Mail.Senders;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Meetings.Online;

/// <summary>With a calendar on the wire, which the real client talks to.</summary>
public sealed class CalendarWebHostFixture() : WebHostFixture(new AzuriteFixture())
{
    public const string Mailbox = "programme@ilnp.example";

    internal StandInCalendar Calendar { get; } = StandInCalendar.StartAsync().GetAwaiter().GetResult();

    protected override void Prepare(FunctionsApplicationBuilder builder) =>
        builder.Services.AddSingleton<IOnlineMeetings>(
            _ => new GraphMeetings(Mailbox, new() { BaseUrl = $"{Calendar.Address}/v1.0" }, new FixedCredential()));
}
