using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Explanations;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Rendering;

namespace GruBuilder.Forms.Designer.Canvas;

/// <summary>A question as its frame shows it.</summary>
internal sealed class FrameModel
{
    private FrameModel(int id) => Id = id;

    /// <summary>Stays with the question while the form is drawn.</summary>
    public int Id { get; }

    /// <summary>The question.</summary>
    public Field Field { get; private set; } = default!;

    /// <summary>Key of its page.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Key of the series that holds it, or null.</summary>
    public string? Group { get; private set; }

    /// <summary>The rule on it, in words, or null.</summary>
    public string? Rule { get; private set; }

    /// <summary>What its component draws from.</summary>
    public FormContext Context { get; private set; } = default!;

    /// <summary>Where it stands in <see cref="Context"/>.</summary>
    public AnswerPlace Place { get; private set; }

    /// <summary>The questions of a series.</summary>
    public ImmutableArray<int> Columns { get; private set; } = [];

    /// <summary>Keys of what it was made from besides itself.</summary>
    public ImmutableHashSet<string> Needs { get; private set; } = ImmutableHashSet<string>.Empty;

    /// <summary>Makes the model of a question.</summary>
    public static FrameModel Of(int id, DesignState state, FieldPlace at)
    {
        var model = new FrameModel(id);
        model.Take(state, at);
        return model;
    }

    /// <summary>Takes in the question as it is now.</summary>
    public void Take(DesignState state, FieldPlace at)
    {
        var extract = FormExtract.Of(state.Form, at);
        var program = FormProgram.Compile(state.Surroundings.Lists is { } lists ? ReferenceLists.Fill(extract.Form, lists) : extract.Form);
        var open = program.Open(DateOnly.FromDateTime(DateTime.Today));
        var bound = program.Fields[0];

        // What is asked of each row is drawn once, in a row that stands for all.
        var row = at.Group is null ? null : open.Rows(bound) is [var first, ..] ? first : open.AddRow(bound);
        (Field, Page, Group, Needs) = (at.Field, state.Form.Pages[at.Page].Key, at.Group, extract.Needs);
        Place = at.Group is null ? new AnswerPlace(bound) : new AnswerPlace(bound.Columns[0], row);
        Rule = at.Field.VisibleIf is { } condition ? ConditionWords.Of(program, condition) : null;
        Columns = at.Field is RepeatedGroupField group ? [.. group.Fields.Select(f => state.Ids[f.Key])] : [];
        if (Context is null) Context = new FormContext(open) { IdPrefix = "gd", HeadingLevel = 3 };
        else Context.State = open;
    }
}
