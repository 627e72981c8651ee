using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Tests.Repetition;

/// <summary>
/// Activities run at least once: again after everything is done and only the answer was lost, and again after a process
/// that ended in the middle. Either way what is stored and what was mailed are as after one run.
/// </summary>
public sealed class ActivityRepetitionTests(EmptyAzurite azurite) : IClassFixture<EmptyAzurite>
{
    static readonly DateTimeOffset Now = new(2020, 6, 3, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Activities => [.. Scenarios.All.Select(scenario => scenario.Activity)];

    [Theory]
    [MemberData(nameof(Activities))]
    public async Task GivenAnActivity_WhenItRunsTwice_ThenItIsAsAfterOnce(string activity)
    {
        var scenario = Scenarios.All.Single(each => each.Activity == activity);

        var once = await PlayAsync(scenario, runs: 1);
        var twice = await PlayAsync(scenario, runs: 2);

        Assert.Equal(scenario.Mails, once.Mails.Select(mail => Named(mail, scenario)));
        Assert.Equal(once.Lines, twice.Lines);
    }

    [Theory]
    [MemberData(nameof(Activities))]
    public async Task GivenAnActivity_WhenItsProcessEndsAfterAnyOfItsCalls_ThenAnotherRunMakesItWhole(string activity)
    {
        var scenario = Scenarios.All.Single(each => each.Activity == activity);
        var whole = await PlayAsync(scenario, runs: 1);

        for (var call = 1; call <= whole.Calls; call++)
        {
            var mended = await PlayAsync(scenario, runs: 1, endsAfter: call);
            Assert.True(
                whole.Lines.SequenceEqual(mended.Lines),
                $"Ended after call {call} of {whole.Calls}:\n{Difference(whole.Lines, mended.Lines)}");
        }
    }

    [Fact]
    public void GivenAllActivities_WhenListed_ThenEachIsPlayed()
    {
        var all = typeof(Ilnp.Program).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<ActivityTriggerAttribute>() is not null))
            .Select(method => method.Name).Where(name => name != "GiveUp"); // does nothing but fail
        var played = Scenarios.All.Select(scenario => scenario.Activity.Split(' ')[0]).Distinct();

        Assert.Equal(all.Order(StringComparer.Ordinal), played.Order(StringComparer.Ordinal));
    }

    async Task<Played> PlayAsync(Scenario scenario, int runs, int? endsAfter = null)
    {
        var written = new WrittenTables();
        var state = azurite.State(written);
        try
        {
            return await PlayAsync(scenario, runs, endsAfter, state, written);
        }
        finally
        {
            await state.ClearAsync();
        }
    }

    /// <summary>From an empty storage account: arranges, lets a process end on the way if that is asked for, and runs to the end.</summary>
    async Task<Played> PlayAsync(Scenario scenario, int runs, int? endsAfter, StoredState state, WrittenTables written)
    {
        var (postbox, hub) = (new Postbox(), new StartedHub());
        OneProcess Process(CrashPoint crash) => new(azurite.ConnectionString, postbox, hub, crash, Now, written);
        using (var before = Process(new())) await scenario.Arrange(new(before));

        if (endsAfter is { } call)
        {
            using var ending = Process(new(call));
            await Assert.ThrowsAsync<ProcessEnded>(() => scenario.Run(ending));
        }

        object? given = null;
        var calls = 0;
        for (var run = 0; run < runs; run++)
        {
            var crash = new CrashPoint();
            using var process = Process(crash);
            given = await scenario.Run(process);
            calls = crash.Calls;
        }

        return new(
            [
                $"gives {JsonSerializer.Serialize(given)}",
                .. postbox.Mails.Select(mail => $"mailed {mail}"),
                .. hub.Started.Select(id => $"started {id}"),
                .. await state.ReadAsync(),
            ],
            postbox.Mails,
            calls);
    }

    static string Named(string mail, Scenario scenario) => scenario.Mails is [[.., '*']] ? $"{mail.Split(' ')[0]} *" : mail;

    static string Difference(IReadOnlyList<string> wanted, IReadOnlyList<string> got) =>
        string.Join('\n', wanted.Except(got).Select(line => $"- {line}").Concat(got.Except(wanted).Select(line => $"+ {line}")));

    sealed record Played(IReadOnlyList<string> Lines, IReadOnlyList<string> Mails, int Calls);
}
