using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>A second language for tests: the pages' language that runs from right to left. What it lacks comes from English.</summary>
static class ArabicTexts
{
    static readonly Dictionary<string, string> Arabic = new()
    {
        ["language.direction"] = "rtl",
        ["decision.for"] = "إلى {name}، {programme}",
        ["decision.until"] = "يمكنك الإجابة وتغيير إجابتك حتى {close_date}.",
        ["decision.submit"] = "أرسل إجابتي",
        ["availability.title"] = "هل يمكنك المشاركة؟",
        ["availability.intro"] = "لك مكان في {programme}. قبل أن نختار الشركاء نرجو أن تخبرنا هل ما زلت تستطيع المشاركة.",
        ["availability.after"] = "إذا أجبت بنعم فستعرف شريكك عند بدء البرنامج.",
        ["availability.choice"] = "هل ما زلت تستطيع المشاركة؟",
        ["availability.choice.yes"] = "نعم، سأشارك",
        ["availability.choice.yes.hint"] = "أستطيع أن أكتب إلى شريكي كل أسبوعين على الأقل.",
        ["availability.choice.later"] = "ليس الآن، بل في المرة القادمة",
        ["availability.choice.later.hint"] = "تبقى لك الأولوية في الجولة القادمة.",
        ["availability.choice.no"] = "لا، شكراً",
    };

    /// <summary>The app's texts with Arabic added.</summary>
    public static TextShelf WithArabic() =>
        new(new Dictionary<string, IReadOnlyDictionary<string, string>> { ["en"] = AppTexts.In("en"), ["ar"] = Arabic });
}
