using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Approvals;

/// <summary>The one way to ask somebody: the page of the question is opened, and a letter brings its address as <c>url</c>.</summary>
/// <remarks>Asked again, the same question has the same address, and the ledger keeps the letter single.</remarks>
public sealed class Questions(DecisionLinks links, Handings handings, Correspondence correspondence)
{
    /// <summary>Nobody asks somebody who was erased.</summary>
    public async Task AskAsync(DecisionRequest question, Person person, Letter letter, CancellationToken cancellation = default)
    {
        if (!person.IsErased)
            await correspondence.WriteAsync(person, letter.With("url", await links.OpenAsync(question, cancellation)), cancellation);
    }

    /// <summary>
    /// Several people of a cohort at once, each something of their own: their pages are opened in one write.
    /// </summary>
    public async Task AskAllAsync(IReadOnlyList<Asking> asked, CancellationToken cancellation = default)
    {
        asked = [.. asked.Where(one => !one.Person.IsErased)];
        var urls = await links.OpenAllAsync([.. asked.Select(one => one.Question)], cancellation);
        await Task.WhenAll(asked.Zip(urls, (one, url) => correspondence.WriteAsync(one.Person, one.Letter.With("url", url), cancellation)));
    }

    /// <summary>One question to all of a group: whoever answers, answers for it.</summary>
    public async Task AskAsync(
        DecisionRequest question, Group group, IReadOnlyList<Person> people, Letter letter, CancellationToken cancellation = default) =>
        await correspondence.WriteAsync(group, people, letter.With("url", await links.OpenAsync(question, cancellation)), cancellation);

    /// <summary>
    /// Of the committee; whoever was named to decide in the member's place is asked instead, <c>instead_of</c> the member.
    /// </summary>
    public async Task AskAsync(DecisionRequest question, CommitteeMember member, Letter letter, CancellationToken cancellation = default)
    {
        var (asked, to) = await handings.InsteadAsync(question, member, cancellation);
        var url = await links.OpenAsync(asked, cancellation);
        var written = letter.With("url", url).With("instead_of", to.Id == member.Id ? null : member.Name);
        await correspondence.WriteAsync(question.CohortId, to, written, cancellation);
    }
}

/// <summary>A question to somebody, with the letter that brings it.</summary>
public sealed record Asking(DecisionRequest Question, Person Person, Letter Letter);

/// <summary>A form as a question to somebody.</summary>
public static class FormQuestions
{
    /// <param name="form">What is asked.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="subjectId">Who is asked: a person's or a committee member's id.</param>
    /// <param name="closes">UTC; until then the answer can be changed.</param>
    /// <param name="about">Ids of what it is about, with which the question has its own address.</param>
    public static DecisionRequest Question(
        this Form form, string cohortId, string subjectId, DateTimeOffset closes, params IEnumerable<string> about) => new()
        {
            CohortId = cohortId,
            DecisionId = form.DecisionId(about),
            Form = form.Name,
            SubjectId = subjectId,
            ClosesAt = closes,
        };
}
