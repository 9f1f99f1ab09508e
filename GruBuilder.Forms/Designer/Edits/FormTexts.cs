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

    /// <summary>The help under an option of a choice.</summary>
    OptionHelp,

    /// <summary>A row of a matrix.</summary>
    Row,

    /// <summary>The help under a row of a matrix.</summary>
    RowHelp,

    /// <summary>A check of a field.</summary>
    Check,
}

/// <summary>Which text of a form.</summary>
/// <param name="Owner">What it belongs to.</param>
/// <param name="Key">The key of the page, way out or field; empty for the form.</param>
/// <param name="Name">Which of its texts: <c>title</c>, <c>label</c>, an option's value, a check's place.</param>
public readonly record struct TextPlace(TextOwner Owner, string Key, string Name)
{
    /// <summary>Whether <see cref="Key"/> is a field's.</summary>
    public bool IsInField => Owner is not (TextOwner.Form or TextOwner.Page or TextOwner.End);
}

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
public sealed record FormText(TextPlace Place, string Title, TextVersions Versions, bool TakesEasy)
{
    /// <summary>The key of the page that it stands on; empty for the form's own.</summary>
    public string Page { get; init; } = "";
}

/// <summary>Every text of a form that citizens read, in order.</summary>
public static partial class FormTexts
{
    /// <summary>A short mark of a text, to know later whether it is still the same.</summary>
    public static string MarkOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    /// <summary>The texts of a form that are not empty, and hints that a question has not: it may have one in other words alone.</summary>
    public static IEnumerable<FormText> Of(FormDefinition form) =>
        Texts(TextOwner.Form, "", FormParts, n => Read(form, n)).Concat(form.Pages.SelectMany(p => Of(p).Select(t => t with { Page = p.Key })));

    /// <summary>The texts of one part of a form, without those of what stands in it: a page's own, a series' own.</summary>
    public static IEnumerable<FormText> Of(FormDefinition form, Selection part) => part.Kind switch
    {
        SelectionKind.Form => Texts(TextOwner.Form, "", FormParts, n => Read(form, n)),
        SelectionKind.Page => form.FindPage(part.Key) is { } page ? Of(page with { Fields = [] }) : [],
        _ => form.FindField(part.Key) is { } field ? Of(field) : [],
    };

    private static IEnumerable<FormText> Of(Page page) =>
    [
        .. Texts(TextOwner.Page, page.Key, PageParts, n => Read(page, n)),
        .. page.Fields.SelectMany(f => f is RepeatedGroupField group ? Of(f).Concat(group.Fields.SelectMany(Of)) : Of(f)),
        .. page.Ends.SelectMany(e => Texts(TextOwner.End, e.Key, EndParts, n => Read(e, n))),
    ];

    private static IEnumerable<FormText> Of(Field field)
    {
        if (field is HiddenValueField || field.Private) yield break;
        foreach (var part in FieldParts)
        {
            if (part.Read(field) is { } versions && (versions.French.Length > 0 || versions.English is not null || versions.Easy is not null || part.Name == HelpPart && field is InputField))
            {
                yield return new FormText(new TextPlace(TextOwner.Field, field.Key, part.Name), part.Name == LabelPart ? part.Title : About(part.Title, field), versions, part.TakesEasy);
            }
        }

        if (field is MatrixField matrix)
        {
            foreach (var text in matrix.Rows.SelectMany(r => Of(r, field, "Ligne", TextOwner.Row, TextOwner.RowHelp))) yield return text;
            foreach (var option in matrix.Options) yield return new FormText(new TextPlace(TextOwner.Option, field.Key, option.Value), About("Réponse", field), Read(option), false);
        }

        if (field is ChoiceField { List: null } choice)
        {
            foreach (var text in choice.Options.SelectMany(o => Of(o, field, "Réponse", TextOwner.Option, TextOwner.OptionHelp))) yield return text;
        }

        for (var i = 0; i < field.Checks.Length; i++)
        {
            var check = field.Checks[i];
            yield return new FormText(new TextPlace(TextOwner.Check, field.Key, i.ToString(System.Globalization.CultureInfo.InvariantCulture)), About("Message d’un contrôle", field), new TextVersions(check.Message, check.English, check.EnglishOf), false);
        }
    }

    private static IEnumerable<FormText> Of(Option option, Field field, string what, TextOwner label, TextOwner help)
    {
        yield return new FormText(new TextPlace(label, field.Key, option.Value), About(what, field), Read(option), false);
        if (ReadHelp(option) is { French.Length: > 0 } hint) yield return new FormText(new TextPlace(help, field.Key, option.Value), About($"Aide sous « {option.Label} »", field), hint, false);
    }

    private static string About(string what, Field field) => $"{what} · {EditWords.Name(field)}";

    private static IEnumerable<FormText> Texts(TextOwner owner, string key, (string Name, string Title)[] parts, Func<string, TextVersions> read) =>
        parts.Select(p => new FormText(new TextPlace(owner, key, p.Name), p.Title, read(p.Name), false)).Where(t => t.Versions.French.Length > 0);
}
