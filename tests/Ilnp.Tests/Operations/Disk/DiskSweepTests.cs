using Azure.Data.Tables;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Operations.Disk;
using Ilnp.Operations.Health;
using Ilnp.Operations.Stuck;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Operations.Disk;

/// <summary>From a disk that fills up to the mail, over Azurite: the mark moves instead of the room.</summary>
public sealed class DiskSweepTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime, IDisposable
{
    /// <summary>More than any disk has.</summary>
    const int Low = 1 << 30;

    readonly StoppedApp app = new(azurite.ConnectionString);
    readonly DiskOptions options = new() { Folder = ".", LowMegabytes = 1 };

    /// <summary>The row is one for the whole app: there is room when a test begins, and when it ends.</summary>
    public Task InitializeAsync() => SweepAsync(low: false);

    public Task DisposeAsync() => SweepAsync(low: false);

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task GivenADiskThatIsLow_WhenSweptAgainAndAgain_ThenLeadAndTechnicalMemberHearOnce()
    {
        var cohort = await app.CohortAsync();
        for (var time = 0; time < 5; time++) await SweepAsync(low: true);

        var mails = await MailsAsync(cohort);
        Assert.Equal(["Ada", "Tess"], mails.Select(mail => mail.To[0].Name.Split(' ')[0]).Order());
        Assert.All(
            mails,
            mail => Assert.EndsWith(": The disk of the programme’s computer is nearly full", mail.Subject, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains(" MB free", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenRoomInBetween_WhenItIsLowAgain_ThenItIsToldAgain()
    {
        var cohort = await app.CohortAsync();
        await SweepAsync(low: true);
        await SweepAsync(low: false);
        Assert.Null(await Watch().NowAsync(default));
        await SweepAsync(low: true);

        Assert.Equal(4, (await MailsAsync(cohort)).Count);
    }

    [Fact]
    public async Task GivenNoDiskToLookAfter_WhenSwept_ThenNothingIsSaid()
    {
        var cohort = await app.CohortAsync();
        options.Folder = null;
        await SweepAsync(low: true);

        Assert.Empty(await MailsAsync(cohort));
    }

    [Theory]
    [InlineData(2000, false, true)]
    [InlineData(1536, false, true)]
    [InlineData(1535, false, false)]
    [InlineData(1024, false, false)]
    [InlineData(1023, true, false)]
    public void GivenFreeMegabytes_WhenRead_ThenBetweenLowAndWellNothingChanges(long free, bool low, bool well)
    {
        var reading = DiskReading.Of(free, 1024);
        var part = HealthRules.Disk(reading);

        Assert.Equal((low, well), (reading.IsLow, reading.IsWell));
        Assert.True(part.IsWell);
        Assert.Equal(low ? $"The disk has {free} MB free: make room before it is full." : $"The disk has {free} MB free.", part.Says);
    }

    DiskWatch Watch() => new(new(Options.Create(options)), app.Get<TableServiceClient>(), app.Clock);

    async Task SweepAsync(bool low)
    {
        app.Clock.Now = app.Clock.Now.AddHours(6);
        options.LowMegabytes = low ? Low : 1;
        await new DiskSweep(Watch(), app.Get<CohortStore>(), app.Get<StuckLetters>(), app.Clock, NullLogger<DiskSweep>.Instance)
            .TellOfLowDisk(new(), default);
    }

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string cohort)
    {
        var mailbox = app.Get<LocalMailbox>();
        var keys = (await app.Get<MailLedger>().ListAsync(cohort, "stuck")).Select(written => written.Key.Hash).ToHashSet();
        return await Task.WhenAll(
            mailbox.List().Where(entry => keys.Contains(entry.Key)).Select(async entry => (await mailbox.ReadAsync(entry.FileName))!));
    }
}
