namespace Ilnp.Local.Pilot.Crowd;

/// <summary>
/// How the crowd behaves. The numbers are those of the programme's pilot, as its report gives them; numbers without a source are ours.
/// </summary>
sealed record Behaviour
{
    /// <summary>People who answer the participation inquiry, of all asked first.</summary>
    public int InquiryReplies { get; init; } = 153;

    /// <summary>Those of them who say yes.</summary>
    public int InquiryYes { get; init; } = 144;

    /// <summary>Those of them who would rather take part later; the rest say no.</summary>
    public int InquiryLater { get; init; } = 6;

    /// <summary>Share that answers an inquiry sent later, from the waiting list.</summary>
    public double LaterInquiryReplies { get; init; } = 0.85;

    public int MidSurveyAnswers { get; init; } = 53;

    /// <summary>Of the mid-program answers: no word from the partner so far.</summary>
    public int MidSurveyNoContact { get; init; } = 3;

    /// <summary>How often partners talk, of the mid-program answers: 19.2, 15.4, 23.1 and 28.8 percent; the rest otherwise.</summary>
    public IReadOnlyList<(string Choice, int Count)> MidSurveyOften { get; init; } =
        [("weekly", 10), ("fortnightly", 8), ("monthly", 12), ("not-often", 15)];

    public int FinalSurveyAnswers { get; init; } = 42;

    /// <summary>Enough guidance: 95 percent of the final answers.</summary>
    public int FinalSurveyGuided { get; init; } = 40;

    /// <summary>The objective was clear: 97 percent of the final answers.</summary>
    public int FinalSurveyClear { get; init; } = 41;

    /// <summary>Satisfaction, 5 the best: 38 of 42 gave 3 to 5.</summary>
    public IReadOnlyList<(string Choice, int Count)> FinalSurveySatisfaction { get; init; } =
        [("5", 17), ("4", 14), ("3", 7), ("2", 3), ("1", 1)];

    /// <summary>Of the final answers: ask for a certificate.</summary>
    public int CertificateWishes { get; init; } = 36;

    /// <summary>Introduced people who are never heard of again.</summary>
    public int SilentPartners { get; init; } = 6;

    /// <summary>Introduced people who leave during the programme.</summary>
    public int Leavers { get; init; } = 3;

    /// <summary>Introduced people who say once that it does not work well.</summary>
    public int Unhappy { get; init; } = 2;

    /// <summary>Introduced people who report once, in confidence, that something happened that should not.</summary>
    public int Troubled { get; init; } = 1;

    /// <summary>Introduced people who ask once for a pause.</summary>
    public int Pausing { get; init; } = 2;

    /// <summary>Share of the others that says how often and by what means the partners talk.</summary>
    public double Agreements { get; init; } = 0.9;

    /// <summary>Share of pulses answered by somebody who is in touch with the partner.</summary>
    public double Pulses { get; init; } = 0.92;

    /// <summary>Share of asked pairs' members who take in a third.</summary>
    public double TrioConsents { get; init; } = 0.9;

    /// <summary>Share of those who first answer an inquiry otherwise and change it.</summary>
    public double ChangesOfMind { get; init; } = 0.05;

    /// <summary>Share of buttons pressed twice.</summary>
    public double DoublePresses { get; init; } = 0.1;

    /// <summary>Share of mails whose links a scanner follows first.</summary>
    public double Scanned { get; init; } = 0.1;
}
