using Ilnp.Drive;
using Ilnp.Mail.Senders;
using Ilnp.Tests.Mail.Senders;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Tests.Drive;

/// <summary>The real client against a drive on the wire.</summary>
public sealed class GraphDriveTests : IAsyncLifetime
{
    const string Aside = "roster (changed by hand, 2020-05-04 0911).xlsx", InDrive = "ILNP/rounds/c1/roster.xlsx";

    StandInDrive api = null!;
    ISharedDrive drive = null!;

    public async Task InitializeAsync()
    {
        api = await StandInDrive.StartAsync();
        drive = new GraphDrive(
            new() { Kind = DriveOptions.OfGraph, DriveId = "d1", Folder = "ILNP/rounds" },
            new GraphOptions { BaseUrl = $"{api.Address}/v1.0" },
            new FixedCredential());
    }

    public async Task DisposeAsync()
    {
        ((GraphDrive)drive).Dispose();
        Assert.Empty(api.Unknown);
        await api.DisposeAsync();
    }

    [Fact]
    public async Task GivenNoFile_WhenWritten_ThenItIsThereWithItsAddress()
    {
        var written = await WriteAsync("one");

        Assert.Equal("one"u8.ToArray(), api.Items[InDrive].Content);
        Assert.Equal((api.Items[InDrive].Tag, false), (written.Tag, written.Kept));
        Assert.StartsWith("https://tenant.example/files/", written.Address!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAFileOfTheApp_WhenItIsWrittenAgain_ThenItIsReplacedAlsoWhereTheLibraryTouchedIt()
    {
        var first = await WriteAsync("one");
        api.ChangeByLibrary(InDrive);

        var second = await WriteAsync("two", first.Tag);

        Assert.False(second.Kept);
        Assert.Equal("two"u8.ToArray(), Assert.Single(api.Items).Value.Content);
    }

    [Fact]
    public async Task GivenAFileThatSomebodyChanged_WhenItIsWritten_ThenTheirVersionIsKeptBeside()
    {
        var first = await WriteAsync("one");
        api.ChangeByHand(InDrive, "theirs");

        var second = await WriteAsync("two", first.Tag);

        Assert.True(second.Kept);
        Assert.Equal("two"u8.ToArray(), api.Items[InDrive].Content);
        Assert.Equal("theirs"u8.ToArray(), api.Items[$"ILNP/rounds/c1/{Aside}"].Content);
    }

    [Fact]
    public async Task GivenAWriteThatEndedBeforeItWasNoted_WhenItRunsAgain_ThenWhatWasKeptIsToldStill()
    {
        var first = await WriteAsync("one");
        api.ChangeByHand(InDrive, "theirs");
        await WriteAsync("two", first.Tag);

        var again = await WriteAsync("two", first.Tag);

        Assert.True(again.Kept);
        Assert.Equal(2, api.Items.Count);
    }

    [Fact]
    public async Task GivenSomebodyWhoSavesJustThen_WhenItIsWritten_ThenTheirVersionIsKeptToo()
    {
        var first = await WriteAsync("one");
        var changed = 0;
        api.Interrupt = context =>
        {
            if (context.Request.Path.Value!.EndsWith("createUploadSession", StringComparison.Ordinal) && changed++ == 0)
                api.ChangeByHand(InDrive, "theirs");
            return null;
        };

        var second = await WriteAsync("two", first.Tag);

        Assert.True(second.Kept);
        Assert.Equal("theirs"u8.ToArray(), api.Items[$"ILNP/rounds/c1/{Aside}"].Content);
    }

    [Theory]
    [InlineData(StatusCodes.Status429TooManyRequests)]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    public async Task GivenGraphThatAsksToComeLater_WhenItIsWritten_ThenTheClientDoes(int status)
    {
        var asked = 0;
        api.Interrupt = context =>
        {
            if (asked++ % 2 == 1) return null;
            context.Response.Headers.RetryAfter = "0";
            return status;
        };

        await WriteAsync("one");

        Assert.Equal("one"u8.ToArray(), api.Items[InDrive].Content);
    }

    [Fact]
    public async Task GivenALargeFileAndABrokenLine_WhenItIsWritten_ThenOnlyWhatIsMissingGoesUpAgain()
    {
        var content = new byte[12 * 1024 * 1024];
        new Random(7).NextBytes(content);
        var parts = 0;
        api.Interrupt = context =>
            context.Request.Method == "PUT" && ++parts == 2 ? StatusCodes.Status500InternalServerError : null;

        await drive.WriteAsync("c1/roster.xlsx", content, [], Aside, default);

        Assert.Equal(content, api.Items[InDrive].Content);
        Assert.InRange(parts, 4, 6);
    }

    [Theory]
    [InlineData(StatusCodes.Status403Forbidden, DriveFailure.Denied)]
    [InlineData(StatusCodes.Status423Locked, DriveFailure.Busy)]
    [InlineData(StatusCodes.Status507InsufficientStorage, DriveFailure.Full)]
    [InlineData(StatusCodes.Status500InternalServerError, DriveFailure.Away)]
    public async Task GivenADriveThatRefuses_WhenItIsWritten_ThenTheReasonIsTold(int status, string reason)
    {
        api.Interrupt = _ => status;

        Assert.Equal(reason, (await Assert.ThrowsAsync<DriveFailure>(() => WriteAsync("one"))).Reason);
    }

    [Fact]
    public async Task GivenAFile_WhenItIsDeletedTwice_ThenItIsGone()
    {
        await WriteAsync("one");

        await drive.DeleteAsync("c1/roster.xlsx", default);
        await drive.DeleteAsync("c1/roster.xlsx", default);

        Assert.Empty(api.Items);
    }

    Task<WrittenFile> WriteAsync(string content, params string[] known) =>
        drive.WriteAsync("c1/roster.xlsx", System.Text.Encoding.UTF8.GetBytes(content), known, Aside, default);
}
