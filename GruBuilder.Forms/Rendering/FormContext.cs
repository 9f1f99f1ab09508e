using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Rendering;

/// <summary>What the components of one drawn form share: the open form, its errors, and how it is shown.</summary>
public sealed class FormContext(FormState state)
{
    private Dictionary<AnswerPlace, string> _errors = [];

    /// <summary>The open form; the designer puts a new one in after each edit.</summary>
    public FormState State { get; set; } = state;

    /// <summary>Answers are shown and cannot be changed.</summary>
    public bool ReadOnly { get; init; }

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
        foreach (var error in errors) _errors.TryAdd(error.Place, error.Message);
        ErrorsVersion++;
    }

    /// <summary>The error shown at an answer, or null.</summary>
    public string? ErrorAt(AnswerPlace place) => _errors.GetValueOrDefault(place);

    /// <summary>The HTML id of an answer's first input.</summary>
    public string IdOf(AnswerPlace place) => place.Row is { } row
        ? $"{IdPrefix}-{place.Field.Field.Key}-{row.Id}"
        : $"{IdPrefix}-{place.Field.Field.Key}";

    /// <summary>Gives an answer and tells the host.</summary>
    public async Task SetAsync(AnswerPlace place, AnswerValue value)
    {
        State.Set(place, value);
        if (Answered is { } answered) await answered();
    }
}
