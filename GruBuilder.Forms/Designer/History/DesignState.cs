using System.Collections.Immutable;
using GruBuilder.Forms.Analysis;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Designer;

/// <summary>What a drawn form is checked against.</summary>
/// <param name="Lists">The reference lists there are, or null.</param>
/// <param name="Others">How many questions each of the town's other forms asks.</param>
public sealed record DesignSurroundings(IReferenceLists? Lists, IReadOnlyCollection<int> Others)
{
    /// <summary>No lists and no other forms.</summary>
    public static DesignSurroundings None { get; } = new(null, []);
}

/// <summary>
/// A form at one moment. What follows from it is worked out when first asked for, once for everybody who looks at it.
/// Safe to use from several circuits.
/// </summary>
public sealed class DesignState
{
    private readonly Lazy<FormProgram> _program;
    private readonly Lazy<ImmutableArray<Finding>> _findings;
    private readonly Lazy<ImmutableArray<Finding>> _analysis;

    internal DesignState(FormDefinition form, ImmutableDictionary<string, int> ids, DesignSurroundings surroundings)
    {
        (Form, Ids, Surroundings) = (form, ids, surroundings);
        _program = new(() => FormProgram.Compile(surroundings.Lists is { } lists ? ReferenceLists.Fill(form, lists) : form));
        _findings = new(() =>
        {
            var findings = FormLinter.Check(Program, surroundings.Lists);
            return FormLinter.CheckLength(form, surroundings.Others) is { } length ? findings.Add(length) : findings;
        });
        _analysis = new(() => FormAnalysis.Check(Program, DateOnly.FromDateTime(DateTime.Today)));
    }

    /// <summary>The form.</summary>
    public FormDefinition Form { get; }

    /// <summary>By key: a number that stays with the field while the form is being drawn; never shared by two fields.</summary>
    public ImmutableDictionary<string, int> Ids { get; }

    /// <summary>The field with this number; null when it is not in the form.</summary>
    /// <param name="number">The number.</param>
    /// <param name="key">What it was called when last seen: looked at first, which spares going through the form.</param>
    public Field? FieldOf(int number, string key = "") =>
        Ids.GetValueOrDefault(key) == number && Form.FindField(key) is { } known ? known : Form.AllFields().FirstOrDefault(f => Ids.GetValueOrDefault(f.Key) == number);

    /// <summary>The form compiled, its lists filled in.</summary>
    public FormProgram Program => _program.Value;

    /// <summary>What is wrong, or could be better.</summary>
    public ImmutableArray<Finding> Findings => _findings.Value;

    /// <summary>The findings, if somebody has asked for them already; null otherwise.</summary>
    public ImmutableArray<Finding>? KnownFindings => _findings.IsValueCreated ? _findings.Value : null;

    /// <summary>What trying answers out shows.</summary>
    public ImmutableArray<Finding> Analysis => _analysis.Value;

    internal DesignSurroundings Surroundings { get; }

    /// <summary>Another form, looked at in the same surroundings.</summary>
    public DesignState As(FormDefinition other) => new(other, Ids, Surroundings);
}
