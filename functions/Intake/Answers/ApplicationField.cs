namespace Ilnp.Intake.Answers;

/// <summary>
/// What an application form asks. In settings and forms the names are written as <see cref="ApplicationFields.Key"/> gives them.
/// </summary>
public enum ApplicationField
{
    Email,
    Name,
    Country,
    TimeZone,
    Languages,
    Interests,
    Library,
    Years,

    /// <summary>Has internet or e-mail access.</summary>
    Internet,

    /// <summary>Can communicate once every two weeks.</summary>
    Biweekly,

    /// <summary>Commits for the programme's months.</summary>
    Commit,

    /// <summary>Was on an earlier round's waiting list.</summary>
    Waited,

    CareerStage,

    /// <summary>A partner with a like or a different background.</summary>
    Partner,

    /// <summary>Topics that the person can help others with.</summary>
    Offers,

    /// <summary>Topics that the person would like to learn about.</summary>
    Seeks,

    /// <summary>How often the person would like to talk.</summary>
    Rhythm,

    /// <summary>By what the person would like to talk.</summary>
    Tools,

    /// <summary>The language that mails and pages should come in.</summary>
    MailLanguage,

    /// <summary>The moment of applying, a column of exports.</summary>
    AppliedAt,
}

/// <summary>The fields' names in settings, forms and word lists.</summary>
public static class ApplicationFields
{
    /// <summary>Without these an application cannot be screened or matched: a form that does not ask them is reported.</summary>
    public static readonly IReadOnlyList<ApplicationField> Required =
    [
        ApplicationField.Email, ApplicationField.Name, ApplicationField.Country, ApplicationField.Languages, ApplicationField.Interests,
        ApplicationField.Internet, ApplicationField.Biweekly, ApplicationField.Commit,
    ];

    static readonly Dictionary<string, ApplicationField> ByKey = Enum.GetValues<ApplicationField>().ToDictionary(Key);

    /// <summary><c>email</c>, <c>timezone</c>, <c>appliedAt</c>...</summary>
    public static string Key(this ApplicationField field) => field switch
    {
        ApplicationField.CareerStage => "careerStage",
        ApplicationField.MailLanguage => "mailLanguage",
        ApplicationField.AppliedAt => "appliedAt",
        _ => field.ToString().ToLowerInvariant(),
    };

    /// <summary>The field of a key, or null.</summary>
    public static ApplicationField? Find(string key) => ByKey.TryGetValue(key, out var field) ? field : null;

    /// <summary>The field as the committee reads it.</summary>
    public static string Words(this ApplicationField field) => field switch
    {
        ApplicationField.Email => "e-mail address",
        ApplicationField.TimeZone => "time zone",
        ApplicationField.Library => "library type",
        ApplicationField.Years => "years of experience",
        ApplicationField.Internet => "internet access",
        ApplicationField.Biweekly => "contact every two weeks",
        ApplicationField.Commit => "commitment to the months",
        ApplicationField.Waited => "earlier waiting list",
        ApplicationField.CareerStage => "career stage",
        ApplicationField.Partner => "kind of partner",
        ApplicationField.Offers => "topics offered",
        ApplicationField.Seeks => "topics to learn about",
        ApplicationField.Rhythm => "preferred rhythm",
        ApplicationField.Tools => "preferred tools",
        ApplicationField.MailLanguage => "language of mails",
        ApplicationField.AppliedAt => "date of applying",
        _ => field.Key(),
    };
}
