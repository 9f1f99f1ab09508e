using System.Collections.Immutable;

namespace GruBuilder.Forms.Definitions;

/// <summary>
/// What a form is: its pages and the questions on them. Immutable; an edit makes a new definition that shares every untouched part.
/// </summary>
public sealed record FormDefinition
{
    /// <summary>The JSON shape that this version writes; older ones are upgraded on read.</summary>
    public const int CurrentShape = 2;

    /// <summary>A form without pages, to compare against.</summary>
    public static readonly FormDefinition Empty = new() { Key = "nouveau", Title = "", Pages = [] };

    /// <summary>Short name in lower case, digits and hyphens; part of web addresses.</summary>
    public required string Key { get; init; }

    /// <summary>The form's title, as citizens read it.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences under the title, or nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The pages, in the order in which they are filled.</summary>
    public ImmutableArray<Page> Pages { get; init; } = [];

    /// <summary>Conditions that have a name and serve in several places.</summary>
    public ImmutableArray<NamedCondition> Conditions { get; init; } = [];

    /// <summary>Decision and tariff tables, read by the function <c>lookup</c>.</summary>
    public ImmutableArray<DecisionTable> Tables { get; init; } = [];

    /// <summary>Title and description in English, or null.</summary>
    public PageTexts? English { get; init; }

    /// <summary>Every field of every page in order, a group before the fields of its rows.</summary>
    public IEnumerable<Field> AllFields()
    {
        foreach (var page in Pages)
        {
            foreach (var field in page.Fields)
            {
                yield return field;
                if (field is RepeatedGroupField group)
                {
                    foreach (var inner in group.Fields) yield return inner;
                }
            }
        }
    }

    /// <summary>Where the field with this key stands, or null.</summary>
    public FieldPlace? Find(string key)
    {
        for (var p = 0; p < Pages.Length; p++)
        {
            var fields = Pages[p].Fields;
            for (var f = 0; f < fields.Length; f++)
            {
                if (string.Equals(fields[f].Key, key, StringComparison.Ordinal)) return new FieldPlace(p, null, f, fields[f]);
                if (fields[f] is not RepeatedGroupField group) continue;
                for (var i = 0; i < group.Fields.Length; i++)
                {
                    if (string.Equals(group.Fields[i].Key, key, StringComparison.Ordinal)) return new FieldPlace(p, group.Key, i, group.Fields[i]);
                }
            }
        }

        return null;
    }

    /// <summary>The field with this key, or null.</summary>
    public Field? FindField(string key) => Find(key)?.Field;
}

/// <summary>A page of a form: what a citizen sees at one time.</summary>
public sealed record Page
{
    /// <summary>The page's key, unique among pages.</summary>
    public required string Key { get; init; }

    /// <summary>Title of the step.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence under the title, or nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The page is passed over unless this holds.</summary>
    public Condition? VisibleIf { get; init; }

    /// <summary>The fields, in order.</summary>
    public ImmutableArray<Field> Fields { get; init; } = [];

    /// <summary>Where a person may have to stop on leaving this page; the first whose condition holds.</summary>
    public ImmutableArray<EndPage> Ends { get; init; } = [];

    /// <summary>Title and description in English, or null.</summary>
    public PageTexts? English { get; init; }
}

/// <summary>A way out before the end: « vous n'êtes pas éligible, voici pourquoi ». The pages after it do not apply, and nothing can be sent.</summary>
public sealed record EndPage
{
    /// <summary>Its key, unique among pages.</summary>
    public required string Key { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Why, and what to do instead, in a small Markdown.</summary>
    public string Text { get; init; } = "";

    /// <summary>The person stops here when this holds.</summary>
    public required Condition If { get; init; }

    /// <summary>Title and text (as description) in English, or null.</summary>
    public PageTexts? English { get; init; }
}

/// <summary>Where a field stands: page, repeated group if any, position there.</summary>
/// <param name="Page">Zero-based page.</param>
/// <param name="Group">Key of the repeated group that holds the field, or null.</param>
/// <param name="Index">Zero-based position in the page or the group.</param>
/// <param name="Field">The field itself.</param>
public sealed record FieldPlace(int Page, string? Group, int Index, Field Field);
