using Ilnp.Documents.Typesetting;

namespace Ilnp.Documents.Pdf;

/// <summary>
/// A PDF file of our own making: tagged for screen readers, its language and title set, typefaces embedded with the used
/// glyphs only, and the same bytes for the same content.
/// </summary>
/// <param name="title">Shown by readers in place of the file's name.</param>
/// <param name="language">ISO 639-1.</param>
/// <param name="author">The organiser.</param>
/// <param name="created">Written into the file; not the clock's time, so that a second rendering is the same file.</param>
public sealed class PdfDocument(string title, string language, string author, DateTimeOffset created)
{
    readonly List<PdfPage> pages = [];
    readonly List<(int Page, int Id, string Kind, string? Description)> tags = [];
    readonly Dictionary<FontFace, PdfFont> fonts = [];
    readonly List<PdfStamp> stamps = [];

    public PdfPage AddPage(double width, double height)
    {
        pages.Add(new(this, pages.Count, width, height));
        return pages[^1];
    }

    /// <summary>A drawing that is placed several times and stored once.</summary>
    public PdfStamp AddStamp(double width, double height, Action<PdfPath> draw)
    {
        stamps.Add(new($"X{stamps.Count + 1}", width, height, draw));
        return stamps[^1];
    }

    public byte[] ToFile()
    {
        var objects = new PdfObjects();
        var (catalog, tree) = (objects.Reserve(), objects.Reserve());
        var numbers = fonts.Values.ToDictionary(font => font, font => font.WriteTo(objects));
        var drawings = string.Concat(stamps.Select(stamp => $"/{stamp.Name} {stamp.WriteTo(objects)} 0 R"));
        var pageNumbers = WritePages(objects, numbers, drawings, out var parent);
        WriteStructure(objects, tree, pageNumbers);
        var info = objects.Add($"<</Title {PdfText.Of(title)}/Author {PdfText.Of(author)}/Producer {PdfText.Of("ILNP Functions")}"
            + $"/CreationDate {PdfText.Of(created)}/ModDate {PdfText.Of(created)}>>");
        objects.Set(
            catalog, $"<</Type/Catalog/Pages {parent} 0 R/Lang {PdfText.Of(language)}/MarkInfo<</Marked true>>/StructTreeRoot {tree} 0 R"
                + $"/ViewerPreferences<</DisplayDocTitle true{(TextStyle.IsRightToLeft(language) ? "/Direction/R2L" : "")}>>>>");
        return objects.ToFile(catalog, info);
    }

    internal PdfFont FontOf(FontFace face)
    {
        if (!fonts.TryGetValue(face, out var font)) fonts[face] = font = new(face, $"F{fonts.Count + 1}");
        return font;
    }

    /// <returns>The id of the tagged content within its page.</returns>
    internal int Tag(int page, string kind, string? description)
    {
        var id = tags.Count(tag => tag.Page == page);
        tags.Add((page, id, kind, description));
        return id;
    }

    List<int> WritePages(PdfObjects objects, Dictionary<PdfFont, int> numbers, string drawings, out int parent)
    {
        parent = objects.Reserve();
        var pageNumbers = new List<int>();
        foreach (var (index, page) in pages.Index())
        {
            var content = objects.AddStream(page.Content);
            var used = string.Concat(page.Fonts.OrderBy(font => numbers[font]).Select(font => $"/{font.Name} {numbers[font]} 0 R"));
            pageNumbers.Add(objects.Add($"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {PdfText.Of(page.Width)} {PdfText.Of(page.Height)}]"
                + $"/Contents {content} 0 R/Resources<</Font<<{used}>>/XObject<<{drawings}>>>>"
                + $"/StructParents {index}/Tabs/S/Annots[{page.Links}]>>"));
        }

        objects.Set(parent, $"<</Type/Pages/Count {pages.Count}/Kids[{References(pageNumbers)}]>>");
        return pageNumbers;
    }

    /// <summary>The structure tree (ISO 32000-1, 14.7): one document element with the paragraphs in the order of drawing.</summary>
    void WriteStructure(PdfObjects objects, int tree, List<int> pageNumbers)
    {
        var whole = objects.Reserve();
        var elements = tags.Select(tag => (tag.Page, Number: objects.Add(
            $"<</Type/StructElem/S/{tag.Kind}/P {whole} 0 R/Pg {pageNumbers[tag.Page]} 0 R/K "
                + $"{tag.Id}{(tag.Description is { } said ? "/Alt " + PdfText.Of(said) : "")}>>"))).ToList();
        objects.Set(whole, $"<</Type/StructElem/S/Document/P {tree} 0 R/K[{References(elements.Select(element => element.Number))}]>>");
        var byPage = string.Concat(
            elements.GroupBy(element => element.Page).Select(page => $"{page.Key}[{References(page.Select(element => element.Number))}]"));
        var parents = objects.Add($"<</Nums[{byPage}]>>");
        objects.Set(tree, $"<</Type/StructTreeRoot/K {whole} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {pages.Count}>>");
    }

    static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => $"{number} 0 R"));
}
