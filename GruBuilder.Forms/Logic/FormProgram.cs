using System.Collections.Frozen;
using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>
/// A definition made ready to run: conditions and formulas parsed, bound and put in order once. Immutable and shared by
/// every open form. A definition with mistakes compiles too, so that the designer can draw it: what is broken shows always
/// (condition) or is absent (formula), and stands in <see cref="Findings"/>.
/// </summary>
public sealed class FormProgram
{
    private readonly FrozenDictionary<string, BoundField> _byKey;

    internal FormProgram(FormDefinition definition, ImmutableArray<BoundField> fields, FrozenDictionary<string, BoundField> byKey, ImmutableArray<Step> steps, ImmutableArray<Step?> pageSteps, ImmutableArray<Finding> findings)
    {
        Definition = definition;
        Fields = fields;
        _byKey = byKey;
        Steps = steps;
        PageSteps = pageSteps;
        Findings = findings;
        PageFields = [.. definition.Pages.Select((_, p) => fields.Where(f => f.Page == p).ToImmutableArray())];
    }

    /// <summary>What was compiled.</summary>
    public FormDefinition Definition { get; }

    /// <summary>The fields outside groups, in form order; a field's <see cref="BoundField.Slot"/> is its place here.</summary>
    public ImmutableArray<BoundField> Fields { get; }

    /// <summary>The fields outside groups, page by page.</summary>
    public ImmutableArray<ImmutableArray<BoundField>> PageFields { get; }

    /// <summary>What is wrong in conditions and formulas.</summary>
    public ImmutableArray<Finding> Findings { get; }

    internal ImmutableArray<Step> Steps { get; }

    internal ImmutableArray<Step?> PageSteps { get; }

    /// <summary>The field with this key, in or outside groups, or null.</summary>
    public BoundField? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Compiles a definition.</summary>
    public static FormProgram Compile(FormDefinition definition) => new ProgramBuilder(definition).Build();

    /// <summary>Opens an empty form.</summary>
    /// <param name="today">The day in the town's time zone.</param>
    public FormState Open(DateOnly today) => new(this, today);
}
