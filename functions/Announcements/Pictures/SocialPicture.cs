using Ilnp.Documents.Pictures;
using Ilnp.Documents.Typesetting;
using Ilnp.Texts;
using SkiaSharp;

namespace Ilnp.Announcements.Pictures;

/// <summary>An announcement as a picture for social networks; turned round for languages from right to left.</summary>
sealed class SocialPicture(LineBreaker breaker, string language, SocialFormat format)
{
    const double Margin = 90, Gap = 40, Smallest = 0.4;

    static readonly SKColor Gold = SKColor.Parse("E3C88F"), Paper = SKColor.Parse("FDFBF6"), Pale = SKColor.Parse("E4E8F3");

    readonly bool rightToLeft = TextStyle.IsRightToLeft(language);

    double Column => format.Width - 2 * Margin;

    /// <summary>
    /// The names at the top; headline, lead and where to apply until when at the foot: all as large as there is room for,
    /// however long the names are.
    /// </summary>
    public PictureCanvas Draw(FlyerTexts texts, FlyerModel model)
    {
        var canvas = new PictureCanvas(format.Width, format.Height);
        SocialGround.Draw(canvas.Canvas, format.Width, format.Top, rightToLeft);
        var room = format.Height - format.Top - format.Bottom - Gap;
        for (var share = 1.0; ; share -= 0.05)
        {
            var (head, foot) = (Head(model, share).ToList(), Foot(texts, model, share).ToList());
            if (Height(head) + Height(foot) > room && share > Smallest) continue;
            Write(canvas, head, format.Top);
            Write(canvas, foot, format.Height - format.Bottom - Height(foot));
            return canvas;
        }
    }

    IEnumerable<PictureBlock> Head(FlyerModel model, double share)
    {
        var width = Column * 0.62; // beside the globes
        if (model.Organiser.Length > 0) yield return new(Name(model.Organiser, FontRole.Strong, 30 * share, width), Gold, 1.4, 0);
        yield return new(Name(model.Programme, FontRole.Text, 32 * share, width), Pale, 1.4, model.Organiser.Length > 0 ? 14 : 0);
    }

    IEnumerable<PictureBlock> Foot(FlyerTexts texts, FlyerModel model, double share)
    {
        yield return new(Fit(texts.Headline, FontRole.Display, 84 * share, Column, 4), Paper, 1.2, 0);
        yield return new(Fit(texts.Lead, FontRole.Text, 36 * share, Column, 5), Pale, 1.45, 30 * share);
        yield return new(Fit(texts.Deadline, FontRole.Strong, 30 * share, Column, 1), Gold, 1.4, 54 * share);
        yield return new(Fit(LocalDate.Write(model.Deadline, language), FontRole.Display, 60 * share, Column, 1), Paper, 1.35, 0);
        yield return new(Address(model.ApplyUrl, 34 * share * format.Scale), Pale, 1.4, 8);
    }

    /// <summary>Addresses run from left to right in every language.</summary>
    FittedText Address(Uri address, double size) => FittedText.In(
        breaker, address.Host + (address.IsDefaultPort ? "" : $":{address.Port}") + address.PathAndQuery.TrimEnd('/'),
        new(FontRole.Text, "en", RightToLeft: false), Column, size, comfortable: size * 0.7, smallest: size * 0.6, maxLines: 3);

    static double Height(IEnumerable<PictureBlock> blocks) => blocks.Sum(block => block.Height);

    void Write(PictureCanvas canvas, IEnumerable<PictureBlock> blocks, double top)
    {
        foreach (var block in blocks)
        {
            foreach (var (number, line) in block.Fitted.Lines.Index())
            {
                var width = line.Width * block.Fitted.Size;
                canvas.Draw(
                    line, block.Fitted.Size, block.Ink, rightToLeft ? format.Width - Margin - width : Margin,
                    top + block.Baseline + number * block.Step);
            }

            top += block.Height;
        }
    }

    /// <summary>Names may be in another language than the texts: a comma stands where theirs has it.</summary>
    FittedText Name(string text, FontRole role, double size, double width) =>
        Fit(text, TextStyle.For(role, language) with { RightToLeft = null }, size, width, 3);

    FittedText Fit(string text, FontRole role, double size, double width, int lines) =>
        Fit(text, TextStyle.For(role, language), size, width, lines);

    FittedText Fit(string text, TextStyle style, double size, double width, int lines)
    {
        var set = size * format.Scale * (rightToLeft ? 1.12 : 1); // Arabic letters are low for their size
        return FittedText.In(breaker, text, style, width, set, comfortable: set, smallest: set * 0.6, maxLines: lines);
    }
}
