using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Drafting;

/// <summary>What a line of a source became.</summary>
public enum LineRole
{
    /// <summary>The form's title.</summary>
    Title,

    /// <summary>A page.</summary>
    Page,

    /// <summary>One or several fields of its own.</summary>
    Field,

    /// <summary>Part of a field that another line began: an option, a blank line to write on.</summary>
    Part,

    /// <summary>A rule for other lines, such as what the star means.</summary>
    Rule,

    /// <summary>Nothing: a rule across the page, a page number, or a line beyond the limit.</summary>
    Unused,
}

/// <summary>A line of a source, and what it became.</summary>
/// <param name="Number">Its number in the source, from 1.</param>
/// <param name="Text">The line.</param>
/// <param name="Role">What it became.</param>
/// <param name="Keys">The fields (of a page: the page) that came of it, or that it belongs to.</param>
public sealed record DraftLine(int Number, string Text, LineRole Role, ImmutableArray<string> Keys);

/// <summary>A form made from a text, to be looked over before it is kept.</summary>
/// <param name="Title">The form's title, or null when the text gives none.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Lines">Every line of the source that is not empty, in order.</param>
/// <param name="Findings">What was not understood.</param>
public sealed record FormDraft(string? Title, ImmutableArray<Page> Pages, ImmutableArray<DraftLine> Lines, ImmutableArray<Finding> Findings)
{
    /// <summary>Most lines that are taken.</summary>
    public const int MostLines = 500;

    /// <summary>Most characters that are taken.</summary>
    public const int MostCharacters = 100_000;

    /// <summary>Most fields that are made.</summary>
    public const int MostFields = 1_000;

    /// <summary>What the first page is called when the text does not say.</summary>
    public const string UsualPage = "Votre demande";

    /// <summary>Nothing.</summary>
    public static FormDraft Empty { get; } = new(null, [], [], []);

    /// <summary>Every field, a group before the fields of its rows.</summary>
    public IEnumerable<Field> AllFields() => ToForm("essai", "").AllFields();

    /// <summary>How many questions there are: neither texts and titles, nor those of rows.</summary>
    public int Count => Pages.Sum(p => p.Fields.Count(f => f is not (InformationField or SectionTitleField or ImageField)));

    /// <summary>A number of questions, in words.</summary>
    public static string Questions(int count) => count == 1 ? "1 question" : $"{count} questions";

    /// <summary>The draft as a form.</summary>
    /// <param name="key">The form's key.</param>
    /// <param name="title">The form's title.</param>
    public FormDefinition ToForm(string key, string title) => new()
    {
        Key = key,
        Title = title,
        Pages = Pages.IsEmpty ? [new Page { Key = "page_1", Title = UsualPage }] : Pages,
    };

    /// <summary>The draft with other kinds for some fields. A rule that no longer fits is taken out and named in the findings.</summary>
    /// <param name="kinds">The palette's name of the kind, by the field's key. What is not known is passed over.</param>
    public FormDraft With(IReadOnlyDictionary<string, string> kinds)
    {
        var pages = Pages.Select(p => p with { Fields = [.. p.Fields.Select(Changed)] }).ToImmutableArray();
        return (this with { Pages = pages }).Mended();

        Field Changed(Field field)
        {
            if (field is RepeatedGroupField group) return group with { Fields = [.. group.Fields.Select(Changed)] };
            return kinds.TryGetValue(field.Key, out var kind) && FieldConversion.KindsFor(field).Any(k => string.Equals(k.Kind, kind, StringComparison.Ordinal)) ? FieldConversion.To(field, kind) : field;
        }
    }

    /// <summary>Without the rules that the engine finds wrong.</summary>
    internal FormDraft Mended()
    {
        var wrong = FormProgram.Compile(ToForm("essai", "")).Findings.Where(f => f.Severity == Severity.Error && f.FieldKey is not null).ToLookup(f => f.FieldKey!, StringComparer.Ordinal);
        if (wrong.Count == 0) return this;
        var findings = Findings.ToBuilder();
        return this with { Pages = [.. Pages.Select(p => p with { Fields = [.. p.Fields.Select(Sound)] })], Findings = findings.ToImmutable() };

        Field Sound(Field field)
        {
            if (field is RepeatedGroupField group) field = group with { Fields = [.. group.Fields.Select(Sound)] };
            if (!wrong.Contains(field.Key)) return field;
            if (field is ComputedField computed)
            {
                findings.Add(new Finding(Severity.Warning, "formula-dropped", $"« {field.Label} » : le calcul « {computed.Formula} » ne va plus. Écrivez-le à nouveau dans le formulaire.", "", field.Key));
                return computed with { Formula = "0" };
            }

            if (field.VisibleIf is null) return field;
            findings.Add(new Finding(Severity.Warning, "condition-dropped", $"« {field.Label} » : sa condition ne va plus. La question est toujours posée.", "", field.Key));
            return field with { VisibleIf = null };
        }
    }
}
