using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Answers;

/// <summary>
/// What was asked and answered, in order, hidden questions left out: the one source of the review page, the receipt, the mail,
/// the agent's view and the export.
/// </summary>
/// <param name="Title">The form's title.</param>
/// <param name="Pages">The pages that apply and have something to show.</param>
public sealed record AnswerOutline(string Title, ImmutableArray<OutlinePage> Pages)
{
    /// <summary>Makes the outline of an open form.</summary>
    public static AnswerOutline Of(FormState state)
    {
        var definition = state.Program.Definition;
        var pages = ImmutableArray.CreateBuilder<OutlinePage>();
        for (var p = 0; p < definition.Pages.Length; p++)
        {
            if (!state.IsPageVisible(p)) continue;
            var entries = Entries(state, state.Program.PageFields[p], null);
            if (entries.Any(e => e.Kind != OutlineKind.Title)) pages.Add(new OutlinePage(p, definition.Pages[p].Title, entries));
        }

        return new AnswerOutline(definition.Title, pages.ToImmutable());
    }

    private static ImmutableArray<OutlineEntry> Entries(FormState state, ImmutableArray<BoundField> fields, FormRow? row)
    {
        var entries = ImmutableArray.CreateBuilder<OutlineEntry>();
        foreach (var field in fields)
        {
            var place = new AnswerPlace(field, row);
            if (!state.IsVisible(place)) continue;
            switch (field.Field)
            {
                case InformationField or ImageField or HiddenValueField { ShowOnReceipt: false }:
                    break;
                case SectionTitleField title:
                    entries.Add(new OutlineEntry(OutlineKind.Title, title.Key, title.Label, "", default, [], []));
                    break;
                case RepeatedGroupField group:
                    var rows = state.Rows(field).Select((r, i) => new OutlineRow(group.RowName(i), r, Entries(state, field.Columns, r)));
                    entries.Add(new OutlineEntry(OutlineKind.Rows, group.Key, group.Label, "", default, [.. rows], []));
                    break;
                default:
                    var value = state[place];
                    entries.Add(new OutlineEntry(
                        field.Field is ComputedField ? OutlineKind.Computed : field.Field is FileField ? OutlineKind.Files : OutlineKind.Answer,
                        field.Field.Key, field.Field.Label, AnswerText.Of(field.Field, value, state.Circumstances.Language), value, [], value.AsFiles)
                    {
                        Strokes = field.Field is SignatureField && value.AsParts[SignatureField.Strokes].AsText is { } strokes && SignatureStrokes.Read(strokes) is not null ? strokes : null,
                    });
                    break;
            }
        }

        return entries.ToImmutable();
    }
}

/// <summary>A page of the outline.</summary>
/// <param name="Page">Zero-based page of the form.</param>
/// <param name="Title">Its title.</param>
/// <param name="Entries">What stands on it.</param>
public sealed record OutlinePage(int Page, string Title, ImmutableArray<OutlineEntry> Entries);

/// <summary>What an entry is.</summary>
public enum OutlineKind
{
    /// <summary>A question and its answer.</summary>
    Answer,

    /// <summary>A question answered by files.</summary>
    Files,

    /// <summary>A computed value.</summary>
    Computed,

    /// <summary>A repeated group.</summary>
    Rows,

    /// <summary>A section's title.</summary>
    Title,
}

/// <summary>A question and its answer, or a title, or a group with its rows.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Key">The field's key.</param>
/// <param name="Label">The question.</param>
/// <param name="Text">The answer in the language of the open form; empty when there is none.</param>
/// <param name="Value">The typed answer.</param>
/// <param name="Rows">The rows of a group.</param>
/// <param name="Files">The files of a file field.</param>
public sealed record OutlineEntry(OutlineKind Kind, string Key, string Label, string Text, AnswerValue Value, ImmutableArray<OutlineRow> Rows, ImmutableArray<FileAnswer> Files)
{
    /// <summary>A drawn signature, to be shown beside the text; null when there is none, or what is there is no drawing.</summary>
    public string? Strokes { get; init; }
}

/// <summary>One row of a repeated group.</summary>
/// <param name="Title">« Enfant 1 ».</param>
/// <param name="Row">The row in the open form.</param>
/// <param name="Entries">Its questions and answers.</param>
public sealed record OutlineRow(string Title, FormRow Row, ImmutableArray<OutlineEntry> Entries);
