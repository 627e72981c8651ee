using AnyAscii;
using Ilnp.Programme;

namespace Ilnp.Local.Bench.Import;

/// <summary>
/// Invented people who apply again from another address, as people do: the name written otherwise, an answer or two changed.
/// </summary>
static class InventedAgain
{
    /// <summary>One of so many comes again.</summary>
    const int OneOf = 50;

    static readonly Func<string, Random, string>[] Names =
    [
        (name, _) => name,
        (name, _) => name.ToUpperInvariant(),
        (name, _) => name.Transliterate(),
        (name, _) => string.Join(' ', name.Split(' ').Reverse()),
        (name, _) => string.Join(' ', name.Split(' ')[..2]),
        (name, _) => $"{name.Split(' ')[1]}, {name.Split(' ')[0]} {name.Split(' ')[2]}",
        (name, random) => name.Remove(random.Next(1, name.Length - 1), 1),
    ];

    static readonly Func<Person, Random, Person>[] Answers =
    [
        (person, _) => person,
        (person, _) => person with { YearsOfExperience = null },
        (person, _) => person with { YearsOfExperience = person.YearsOfExperience + 1 },
        (person, _) => person with { Interests = [.. person.Interests.Reverse()] },
        (person, _) => person with { Languages = [.. person.Languages.Take(1)] },
        (person, _) => person with { LibraryType = "special" },
    ];

    /// <summary>Who came again, with the id of whom they were before.</summary>
    public static IReadOnlyDictionary<Person, string> Of(IReadOnlyList<Person> people, Random random) =>
        people.Where(_ => random.Next(OneOf) == 0).ToDictionary(person => Again(person, random), person => person.PersonId);

    static Person Again(Person person, Random random) => Answers[random.Next(Answers.Length)](person, random) with
    {
        PersonId = $"again-{person.PersonId}",
        Email = $"again-{person.PersonId}@elsewhere.example",
        Name = Names[random.Next(Names.Length)](person.Name, random),
        FirstAppliedAt = person.FirstAppliedAt.AddHours(random.Next(1, 200)),
    };
}
