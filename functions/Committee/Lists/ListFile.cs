using System.Data;
using System.Text;
using CsvHelper;
using Ilnp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Committee.Lists;

/// <summary>A list as a file for a spreadsheet: all that the filter finds, not one page of it.</summary>
public static class ListFile
{
    /// <summary>Part of the list's address that asks for a file.</summary>
    public const string Asked = "file";

    public static readonly IReadOnlyList<string> Formats = ["xlsx", "csv"];

    /// <summary>The format that is asked for; null for the page.</summary>
    public static string? Format(HttpRequest request) => Formats.FirstOrDefault(format => format == request.Query[Asked].ToString());

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="sheet">The list; its headings are its columns' names.</param>
    public static FileContentResult Of(string name, string format, DataTable sheet) => format == "csv"
        ? new(Csv(sheet), "text/csv; charset=utf-8") { FileDownloadName = $"{name}.csv" }
        : new(Spreadsheet.Of(sheet), Spreadsheet.ContentType) { FileDownloadName = $"{name}.xlsx" };

    /// <summary>UTF-8 with its mark, so that every script is read rightly.</summary>
    static byte[] Csv(DataTable sheet)
    {
        using var file = new MemoryStream();
        using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, SafeCsv.Configuration))
        {
            foreach (DataColumn column in sheet.Columns) csv.WriteField(column.ColumnName);
            csv.NextRecord();
            foreach (DataRow row in sheet.Rows)
            {
                foreach (var cell in row.ItemArray) csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return file.ToArray();
    }
}
