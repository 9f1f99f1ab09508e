namespace GruBuilder.Forms.Logic;

internal enum StepKind
{
    PageVisibility,
    FieldVisibility,
    Computation,

    /// <summary>A named condition.</summary>
    Named,

    /// <summary>A way out before the end.</summary>
    End,

    /// <summary>Nothing to work out, but what shows the field must be drawn again.</summary>
    Redrawing,
}

/// <summary>One thing to work out again when what it reads changes.</summary>
internal sealed class Step(StepKind kind, int page, BoundField? field, Node? node, string path)
{
    public StepKind Kind { get; } = kind;

    /// <summary>The page, or the place of a named condition.</summary>
    public int Page { get; } = page;

    /// <summary>The place among all ways out, for a step of that kind.</summary>
    public int EndIndex { get; init; }

    public BoundField? Field { get; } = field;

    public Node? Node { get; } = node;

    /// <summary>Where its condition or formula stands in the JSON.</summary>
    public string Path { get; } = path;

    /// <summary>The fields that it reads.</summary>
    public IReadOnlyList<BoundField> Reads { get; init; } = [];

    /// <summary>The named conditions that it reads, by their places.</summary>
    public IReadOnlyList<int> NamedReads { get; init; } = [];

    /// <summary>Whether it only compares fields with fixed values, so that trying few values tries all.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Steps that must run after this one.</summary>
    public List<Step> Next { get; } = [];

    /// <summary>Place in the order of evaluation; -1 while in a cycle.</summary>
    public int Rank { get; set; } = -1;
}
