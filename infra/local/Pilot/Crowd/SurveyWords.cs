namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Filled survey forms, with words that people might write. Some are what a table or a page must not take for its own.</summary>
static class SurveyWords
{
    static readonly string[] Heard =
        ["A mailing list", "A colleague told me", "Facebook", "The programme's website", "大学图书馆的同事", "Twitter"];
    static readonly string[] Improve =
    [
        "", "", "Ask more about our professional background.",
        "=2+3 questions would do :)", "Ninguna, fue muy sencillo.", "Shorter, please",
    ];
    static readonly string[] Expectations =
        [
            "Yes, so far.", "More often a word from the organisers, please.", "We <b>love</b> it & want more topics",
            "تجربة جميلة", "", "We would like to meet the other pairs as well.",
        ];
    static readonly string[] Gains =
        ["New ideas for my library; yes.", "A friend abroad, and I found one.", "Knowledge of open access elsewhere. Mostly met.", ""];
    static readonly string[] Rules = ["We agreed on a day of the month.", "We wrote whenever we could.", "-Be patient", ""];
    static readonly string[] Topics =
        ["How libraries reopened", "Reading programmes for children", "書誌データ", "Digital preservation on a small budget", "Open access", ""];
    static readonly string[] Changes =
        ["A longer programme", "A meeting of all participants", "Videos and articles with the prompts", "Group assignments", ""];
    static readonly (string, double)[] Consents = [("yes", 3), ("anonymous", 3), ("no", 4)];
    static readonly (string, double)[] Ways = [("email", 4), ("video", 3), ("social", 2), ("texting", 2), ("other", 0.5)];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Mid(Draw draw, Letter letter, bool talks, string often)
    {
        var who = letter.To;
        var shares = draw.Weighted(Consents, who, "mid q10");
        var first = draw.Weighted(Ways, who, "mid q6");
        var second = draw.Weighted(Ways, who, "mid q6 second");
        var answers = Answers(
            ("q1", draw.OneOf(Heard, who, "mid q1")),
            ("q2", YesNo(draw.Chance(0.94, who, "mid q2"))),
            ("q3", draw.OneOf(Improve, who, "mid q3")),
            ("q4", YesNo(talks)),
            ("q7", YesNo(draw.Chance(0.8, who, "mid q7"))),
            ("q8", YesNo(talks && draw.Chance(0.85, who, "mid q8"))),
            ("q9", draw.OneOf(Expectations, who, "mid q9")),
            ("q10", shares),
            ("q11-name", shares == "yes" ? letter.Name : ""),
            ("q11-email", shares == "yes" ? letter.To : ""));
        if (!talks) return answers;
        answers["q5"] = [often];
        answers["q6"] = first == second ? [first] : [first, second];
        return answers;
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Final(
        Draw draw, Letter letter, bool guided, bool clear, string satisfaction, bool certificate)
    {
        var who = letter.To;
        return Answers(
            ("q1", YesNo(guided)),
            ("q2", YesNo(clear)),
            ("q3", draw.OneOf(Gains, who, "final q3")),
            ("q4", draw.OneOf(Rules, who, "final q4")),
            ("q5", draw.OneOf(Topics, who, "final q5")),
            ("q6", draw.OneOf(Changes, who, "final q6")),
            ("q7", satisfaction),
            ("q8", "yes"),
            ("q10", draw.Weighted(Consents, who, "final q10")),
            ("q9-name", certificate ? letter.Name : ""),
            ("q9-email", certificate ? CertificateAddress(draw, who) : ""));
    }

    /// <summary>Some want it at work, others where they applied from.</summary>
    static string CertificateAddress(Draw draw, string who) =>
        draw.Chance(0.1, who, "final address") ? $"certificates+{who.Split('@')[0]}@work.example.net" : who;

    static string YesNo(bool yes) => yes ? "yes" : "no";

    static Dictionary<string, IReadOnlyList<string>> Answers(params (string Question, string Value)[] answers) =>
        answers.ToDictionary(answer => answer.Question, answer => (IReadOnlyList<string>)[answer.Value]);
}
