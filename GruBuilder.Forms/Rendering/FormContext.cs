using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Rendering.Words;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Rendering;

/// <summary>What the components of one drawn form share: the open form, its errors, and how it is shown.</summary>
public sealed class FormContext(FormState state)
{
    private Dictionary<(AnswerPlace Place, string? Part), string> _errors = [];

    /// <summary>The open form; the designer puts a new one in after each edit.</summary>
    public FormState State { get; set; } = state;

    /// <summary>The language that the form is open in.</summary>
    public Language Language => State.Circumstances.Language;

    /// <summary>The components' own words.</summary>
    internal FormWords Words => FormWords.In(Language);

    /// <summary>How numbers and days are written.</summary>
    internal Notation Notation => Notation.Of(Language);

    /// <summary>Answers are shown and cannot be changed.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>
    /// Draws only the questions kept for agents, and the rows that the citizen gave where agents add answers to them: such rows are named, and none
    /// can be added or taken away.
    /// </summary>
    public bool ForDepartment { get; init; }

    /// <summary>Level of a section title's heading.</summary>
    public int HeadingLevel { get; init; } = 2;

    /// <summary>Tells forms on one page apart.</summary>
    public string IdPrefix { get; init; } = "q";

    /// <summary>Where files go; null where none can be joined.</summary>
    public IFileStore? Files { get; init; }

    /// <summary>Grows each time the errors change.</summary>
    public int ErrorsVersion { get; private set; }

    /// <summary>The errors shown now, in form order.</summary>
    public ImmutableArray<AnswerError> Errors { get; private set; } = [];

    /// <summary>Called after each answer, once what follows from it is settled.</summary>
    public Func<Task>? Answered { get; set; }

    /// <summary>Shows these errors instead of those before.</summary>
    public void ShowErrors(ImmutableArray<AnswerError> errors)
    {
        if (Errors.SequenceEqual(errors)) return;
        Errors = errors;
        _errors = [];
        foreach (var error in errors) _errors.TryAdd((error.Place, error.Part), error.Message);
        ErrorsVersion++;
    }

    /// <summary>The error shown at an answer as a whole, or at one of its parts; null when there is none.</summary>
    public string? ErrorAt(AnswerPlace place, string? part = null) => _errors.GetValueOrDefault((place, part));

    /// <summary>Whether an error is shown at an answer or at any of its parts.</summary>
    public bool HasErrorAt(AnswerPlace place) => Errors.Any(e => e.Place == place);

    /// <summary>The HTML id of an answer's first input.</summary>
    public string IdOf(AnswerPlace place) => place.Row is { } row
        ? $"{IdPrefix}-{place.Field.Field.Key}-{row.Id}"
        : $"{IdPrefix}-{place.Field.Field.Key}";

    /// <summary>The HTML id of the box of a part; the first one's is the answer's own.</summary>
    public string IdOf(AnswerPlace place, string? part)
    {
        var parts = part is null ? [] : (place.Field.Field as CompositeField)?.Parts ?? [];
        for (var i = 1; i < parts.Length; i++)
        {
            if (string.Equals(parts[i].Name, part, StringComparison.Ordinal)) return $"{IdOf(place)}-{i}";
        }

        return IdOf(place);
    }

    /// <summary>Whether a field is drawn, as far as it depends on who the form is drawn for.</summary>
    public bool Draws(BoundField field) => !ForDepartment || field.IsPrivate || (field.HasPrivateColumns && State.Rows(field).Count > 0);

    /// <summary>Whether the rows of a group stay as they are.</summary>
    internal bool KeepsRows(BoundField group) => ReadOnly || (ForDepartment && group.HasPrivateColumns);

    /// <summary>What tells a row from the others: its first three answers, agents' own left out where citizens gave the row.</summary>
    internal string SummaryOf(BoundField group, FormRow row)
    {
        var columns = group.Columns.Where(c => c.Field is InputField and not HiddenValueField && (group.IsPrivate || !c.IsPrivate));
        var summary = string.Join(" · ", columns.Select(c => AnswerText.Of(c.Field, State[new AnswerPlace(c, row)], Language)).Where(t => t.Length > 0).Take(3));
        return summary.Length > 0 ? summary : Words.ToComplete;
    }

    /// <summary>Gives an answer and tells the host.</summary>
    public async Task SetAsync(AnswerPlace place, AnswerValue value)
    {
        State.Set(place, value);
        if (Answered is { } answered) await answered();
    }
}
