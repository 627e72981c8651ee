using Ilnp.Approvals;
using Ilnp.Care.Liaisons;
using Ilnp.Committee.Acts;
using Ilnp.Committee.SignIn;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Members;

/// <summary>Tells whom a change of the committee concerns; each change its own mails, each of them once.</summary>
public sealed class MemberLetters(
    Correspondence correspondence, DecisionLinks links, OpenConcerns concerns, TextShelf texts, IOptions<WebOptions> web)
{
    internal async Task WriteAsync(
        MemberEffects effects, IReadOnlyList<Group> groups, BegunAct begun,
        IReadOnlyList<HandedGroup> handed, CancellationToken cancellation)
    {
        var writing = new Writing(effects, begun, begun.Row[(begun.Row.LastIndexOf('~') + 1)..]);
        if (effects.Change.Action == MemberChange.Introductions) return; // their own choice, which concerns nobody else
        if (effects.Change.Action == MemberChange.Absence)
        {
            await OfAbsenceAsync(writing, groups, cancellation);
            return;
        }

        await ToMemberAsync(writing, cancellation);
        foreach (var liaison in effects.Receivers) await ToReceiverAsync(writing, liaison, handed, cancellation);
        foreach (var lead in effects.Told)
            await SendAsync(writing, lead, "committee-told", await ModelAsync(writing, lead, effects.Lost.Where(decision =>
                OpenQuestions.Deciders(effects.After, groups, decision).Any(one => one.Id == lead.Id)), cancellation), cancellation);
    }

    async Task ToMemberAsync(Writing writing, CancellationToken cancellation)
    {
        var change = writing.Effects.Change;
        if (change.After is { } member)
            await SendAsync(
                writing,
                member,
                change.Before is null ? "committee-joined" : "committee-changed",
                await ModelAsync(writing, member, writing.Effects.Gained, cancellation),
                cancellation);
        else
            await SendAsync(
                writing, change.Before!, "committee-left", await ModelAsync(writing, change.Before!, [], cancellation), cancellation);
        if (change.IsNewAddress)
            await SendAsync(
                writing, change.Before!, "committee-address", await ModelAsync(writing, change.Before!, [], cancellation), cancellation);
    }

    /// <summary>To whoever is away, and to whoever stands in, or stood in until now.</summary>
    async Task OfAbsenceAsync(Writing writing, IReadOnlyList<Group> groups, CancellationToken cancellation)
    {
        var (after, change) = (writing.Effects.After, writing.Effects.Change);
        var (away, absence) = (change.After!, change.After!.Absence);
        var theirs = groups.Where(group => group.LiaisonId == away.Id && group.Status == GroupStatus.Active)
            .Select(group => group.GroupId).ToHashSet();
        await SendAsync(writing, away, "committee-absent", await OfAbsenceAsync(writing, away, theirs.Count, []), cancellation);
        if (after.Member((absence ?? change.Before!.Absence)!.StandInId) is not { } standIn) return;
        var covers = absence?.Covers(after.Today(writing.Begun.Act.At)) == true;
        var asked = covers ? await concerns.AskStandInAsync(after.Id, theirs, away, standIn, cancellation) : [];
        await SendAsync(writing, standIn, "committee-stand-in", await OfAbsenceAsync(writing, standIn, theirs.Count, asked), cancellation);

        async Task<Dictionary<string, object?>> OfAbsenceAsync(
            Writing writing, CommitteeMember reader, int count, IReadOnlyList<Dictionary<string, object?>> questions) =>
            new(await ModelAsync(writing, reader, [], cancellation))
            {
                ["from"] = absence is null ? null : DateText.Day(absence.From, reader.Language),
                ["until"] = absence is null ? null : DateText.Day(absence.Until, reader.Language),
                ["stand_in"] = absence is null ? null : after.MemberName(absence.StandInId),
                ["group_count"] = count,
                ["questions"] = questions,
            };
    }

    async Task ToReceiverAsync(Writing writing, CommitteeMember liaison, IReadOnlyList<HandedGroup> handed, CancellationToken cancellation)
    {
        if (handed.Where(one => one.Group.LiaisonId == liaison.Id)
            .Select(one => concerns.Described(one, liaison.Language)).ToList() is not { Count: > 0 } theirs) return;
        var model = await ModelAsync(writing, liaison, [], cancellation);
        await SendAsync(writing, liaison, "committee-groups", new(model) { ["groups"] = theirs }, cancellation);
    }

    async Task SendAsync(
        Writing writing, CommitteeMember to, string template, Dictionary<string, object?> model, CancellationToken cancellation) =>
        await correspondence.WriteAsync(
            writing.Effects.After.Id, to, new("committee", $"{writing.Number}-{template}", template) { Model = model }, cancellation);

    async Task<Dictionary<string, object?>> ModelAsync(
        Writing writing, CommitteeMember reader, IEnumerable<Decision> waiting, CancellationToken cancellation)
    {
        var (effects, words, questions) = (writing.Effects, texts.In(reader.Language), new List<object>());
        foreach (var decision in waiting)
            questions.Add(new Dictionary<string, object?>
            {
                ["what"] = words.Plain($"{decision.Request.Form}.title", decision.Request.Facts),
                ["url"] = await links.OpenAsync(OpenQuestions.To(decision, reader.Id), cancellation),
            });
        return new()
        {
            ["who"] = effects.Change.Name,
            ["by"] = effects.After.MemberName(writing.Begun.Act.MemberId),
            ["lines"] = effects.Change.Fields.Select(field => MemberWords.Line(field, words)).ToList(),
            ["roles"] = (effects.Change.After ?? effects.Change.Before!).Roles
                .Select(role => words.Plain(MemberWords.RoleKey(role))).ToList(),
            ["what"] = effects.Change.Action,
            ["moved"] = effects.To.Count,
            ["receivers"] = words.Locale.Names(effects.Receivers.Select(liaison => liaison.Name)),
            ["leads"] = words.Locale.List([.. Others(effects).Select(lead => $"{Isolated.Of(lead.Name)} ({lead.Email})")]),
            ["new_address"] = effects.Change.IsNewAddress,
            ["questions"] = questions,
            ["address"] = effects.Change.After?.Email,
            ["sign_in_url"] = new Uri(web.Value.BaseAddress, SignInGate.AddressFor($"/cohorts/{effects.After.Id}")),
            ["committee_url"] = new Uri(web.Value.BaseAddress, CommitteeFile.PathOf(effects.After.Id)),
            ["groups_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{effects.After.Id}/groups"),
        };
    }

    /// <summary>Leads to turn to when something is wrong: never whom the change is about, whose new address may be a stranger's.</summary>
    static IEnumerable<CommitteeMember> Others(MemberEffects effects) =>
        effects.After.Leads.Where(lead => lead.Id != effects.Change.After?.Id);

    /// <param name="Effects">What is told.</param>
    /// <param name="Begun">The act.</param>
    /// <param name="Number">Tells its mails from those of other changes.</param>
    sealed record Writing(MemberEffects Effects, BegunAct Begun, string Number);
}
