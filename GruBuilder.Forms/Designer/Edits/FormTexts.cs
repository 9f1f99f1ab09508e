using System.Security.Cryptography;
using System.Text;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>What a text belongs to.</summary>
public enum TextOwner
{
    /// <summary>The form.</summary>
    Form,

    /// <summary>A page.</summary>
    Page,

    /// <summary>A way out.</summary>
    End,

    /// <summary>A field.</summary>
    Field,

    /// <summary>An option of a choice or a matrix.</summary>
    Option,

    /// <summary>A row of a matrix.</summary>
    Row,

    /// <summary>A check of a field.</summary>
    Check,
}

/// <summary>Which text of a form.</summary>
/// <param name="Owner">What it belongs to.</param>
/// <param name="Key">The key of the page, way out or field; empty for the form.</param>
/// <param name="Name">Which of its texts: <c>title</c>, <c>label</c>, an option's value, a check's place.</param>
public readonly record struct TextPlace(TextOwner Owner, string Key, string Name);

/// <summary>A text and what it is in other words.</summary>
/// <param name="French">As it is written.</param>
/// <param name="English">In English, or null.</param>
/// <param name="MadeFrom">The mark of the French text that the English one was made from, or null.</param>
/// <param name="Easy">In words that are easy to read, or null.</param>
public sealed record TextVersions(string French, string? English, string? MadeFrom, string? Easy = null)
{
    /// <summary>Nobody wrote it in English.</summary>
    public bool IsMissing => English is null && !string.IsNullOrWhiteSpace(French);

    /// <summary>The French has changed since the English was made from it.</summary>
    public bool IsStale => English is not null && MadeFrom is not null && !string.Equals(MadeFrom, FormTexts.MarkOf(French), StringComparison.Ordinal);
}

/// <summary>One text of a form, as those who translate it see it.</summary>
/// <param name="Place">Which text.</param>
/// <param name="Title">What it is, in French.</param>
/// <param name="Versions">What it says.</param>
/// <param name="TakesEasy">Whether it may be written in easy words too.</param>
public sealed record FormText(TextPlace Place, string Title, TextVersions Versions, bool TakesEasy);

/// <summary>Every text of a form that citizens read, in order.</summary>
public static partial class FormTexts
{
    /// <summary>A short mark of a text, to know later whether it is still the same.</summary>
    public static string MarkOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    /// <summary>The texts of a form that are not empty.</summary>
    public static IEnumerable<FormText> Of(FormDefinition form)
    {
        foreach (var text in Texts(TextOwner.Form, "", FormParts, n => Read(form, n))) yield return text;
        foreach (var page in form.Pages)
        {
            foreach (var text in Texts(TextOwner.Page, page.Key, PageParts, n => Read(page, n))) yield return text;
            foreach (var field in page.Fields)
            {
                foreach (var text in Of(field)) yield return text;
                foreach (var text in (field as RepeatedGroupField)?.Fields.SelectMany(Of) ?? []) yield return text;
            }

            foreach (var end in page.Ends)
            {
                foreach (var text in Texts(TextOwner.End, end.Key, EndParts, n => Read(end, n))) yield return text;
            }
        }
    }

    private static IEnumerable<FormText> Of(Field field)
    {
        if (field is HiddenValueField or ImageField || field.Private) yield break;
        foreach (var part in FieldParts)
        {
            if (part.Read(field) is { } versions && (versions.French.Length > 0 || versions.Easy is not null))
            {
                yield return new FormText(new TextPlace(TextOwner.Field, field.Key, part.Name), part.Name == LabelPart ? part.Title : About(part.Title, field), versions, part.TakesEasy);
            }
        }

        if (field is MatrixField matrix)
        {
            foreach (var row in matrix.Rows) yield return new FormText(new TextPlace(TextOwner.Row, field.Key, row.Value), About("Ligne", field), Read(row), false);
        }

        foreach (var option in OptionsOf(field)) yield return new FormText(new TextPlace(TextOwner.Option, field.Key, option.Value), About("Réponse", field), Read(option), false);
        for (var i = 0; i < field.Checks.Length; i++)
        {
            var check = field.Checks[i];
            yield return new FormText(new TextPlace(TextOwner.Check, field.Key, i.ToString(System.Globalization.CultureInfo.InvariantCulture)), About("Message d’un contrôle", field), new TextVersions(check.Message, check.English, check.EnglishOf), false);
        }
    }

    private static string About(string what, Field field) => $"{what} · {EditWords.Name(field)}";

    private static IEnumerable<FormText> Texts(TextOwner owner, string key, (string Name, string Title)[] parts, Func<string, TextVersions> read) =>
        parts.Select(p => new FormText(new TextPlace(owner, key, p.Name), p.Title, read(p.Name), false)).Where(t => t.Versions.French.Length > 0);
}
