using System.Globalization;

namespace Ilnp.Programme;

/// <summary>Deterministic instance ids: starting a step again finds the running one.</summary>
public static class InstanceIds
{
    public static string Cohort(string cohortId) => $"cohort-{cohortId}";

    public static string Matching(string cohortId) => $"matching-{cohortId}";

    public static string Availability(string cohortId) => $"availability-{cohortId}";

    public static string Review(string cohortId) => $"review-{cohortId}";

    public static string Care(string cohortId) => $"care-{cohortId}";

    /// <summary>The weekly letters to liaisons.</summary>
    public static string LiaisonWeeks(string cohortId) => $"weeks-{cohortId}";

    public static string Group(string cohortId, string groupId) => $"group-{cohortId}-{groupId}";

    /// <summary>Whether a group goes on after the programme's end, and its time after that.</summary>
    public static string Longer(string cohortId, string groupId) => $"longer-{cohortId}-{groupId}";

    /// <summary>Second partners of a cohort.</summary>
    public static string Seconds(string cohortId) => $"seconds-{cohortId}";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="subject">The group that is parted or joined, or the person who seeks.</param>
    /// <param name="number">Counts the cohort's rematches, from 1.</param>
    public static string Rematch(string cohortId, string subject, int number) => $"rematch-{cohortId}-{subject}-{number}";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="personId">Who seeks.</param>
    /// <param name="search">Counts the searches for this person, from 1.</param>
    public static string Search(string cohortId, string personId, int search) => $"search-{cohortId}-{personId}-{search}";

    public static string Erasure(string cohortId, string personId) => $"erasure-{cohortId}-{personId}";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="decisionId">What was answered.</param>
    /// <param name="version">The recorded answer's.</param>
    public static string Receipt(string cohortId, string decisionId, int version) => $"receipt-{cohortId}-{decisionId}-{version}";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="personId">Who wrote for others.</param>
    /// <param name="version">The recorded answer's.</param>
    public static string Story(string cohortId, string personId, int version) => $"story-{cohortId}-{personId}-{version}";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="personId">Who wrote for others.</param>
    /// <param name="version">The recorded answer's.</param>
    /// <param name="picture">What tells one change of the picture beside it from the next.</param>
    public static string StoryPicture(string cohortId, string personId, int version, string picture) =>
        $"{Story(cohortId, personId, version)}-{picture}";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="move">Counts the times that days were moved, from 1.</param>
    public static string Dates(string cohortId, int move) => $"dates-{cohortId}-{move}";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="number">Of its meetings.</param>
    public static string Meeting(string cohortId, int number) => $"meeting-{cohortId}-{number}";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="planId">What was decided about many people.</param>
    public static string Bulk(string cohortId, string planId) => $"bulk-{cohortId}-{planId}";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="until">Until when it can be answered, UTC.</param>
    public static string MoreTime(string cohortId, string question, DateTime until) =>
        string.Create(CultureInfo.InvariantCulture, $"moretime-{cohortId}-{question.TrimEnd('-')}-{until:yyyyMMddHHmm}");

    public static string Survey(string cohortId, string survey) => $"survey-{cohortId}-{survey}";
}
