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
    private readonly Names _names;
    private KeyTable? _keys;

    internal FormProgram(FormDefinition definition, ImmutableArray<BoundField> fields, Names names, ProgramSteps steps, ImmutableArray<Finding> findings)
    {
        Definition = definition;
        Fields = fields;
        _names = names;
        Steps = steps;
        Findings = findings;
        var pages = ImmutableArray.CreateBuilder<ImmutableArray<BoundField>>(definition.Pages.Length);
        var from = 0;
        for (var p = 0; p < definition.Pages.Length; p++)
        {
            var count = definition.Pages[p].Fields.Length;
            pages.Add(ImmutableArray.Create(fields, from, count));
            from += count;
        }

        PageFields = pages.MoveToImmutable();
        Groups = [.. fields.Where(f => f.Field is RepeatedGroupField)];
    }

    /// <summary>What was compiled.</summary>
    public FormDefinition Definition { get; }

    /// <summary>The fields outside groups, in form order; a field's <see cref="BoundField.Slot"/> is its place here.</summary>
    public ImmutableArray<BoundField> Fields { get; }

    /// <summary>The fields outside groups, page by page.</summary>
    public ImmutableArray<ImmutableArray<BoundField>> PageFields { get; }

    /// <summary>What is wrong in conditions and formulas.</summary>
    public ImmutableArray<Finding> Findings { get; }

    internal ProgramSteps Steps { get; }

    /// <summary>The keys of <see cref="Fields"/>, to find them in JSON.</summary>
    internal KeyTable Keys => _keys ??= new KeyTable([.. Fields.Select(f => f.Field.Key)]);

    /// <summary>The repeated groups.</summary>
    internal ImmutableArray<BoundField> Groups { get; }

    /// <summary>The field with this key, in or outside groups, or null.</summary>
    public BoundField? Find(string key) => _names.Fields.GetValueOrDefault(key);

    /// <summary>Compiles a definition.</summary>
    public static FormProgram Compile(FormDefinition definition) => new ProgramBuilder(definition).Build();

    /// <summary>A condition made ready to run, in rows of a group or outside; what is wrong in it is passed over.</summary>
    internal Node Bind(Condition condition, BoundField? group) => BindStep(condition, group).Node!;

    /// <summary>What is wrong in a condition, in rows of a group or outside.</summary>
    internal IReadOnlyList<string> ProblemsOf(Condition condition, BoundField? group)
    {
        var found = new List<string>();
        new Binder(_names, group, null, (_, message, _, _) => found.Add(message)).Bind(condition);
        return found;
    }

    /// <summary>The same, with what it reads.</summary>
    internal Step BindStep(Condition condition, BoundField? group)
    {
        var binder = new Binder(_names, group, null, static (_, _, _, _) => { });
        return binder.Made(StepKind.Redrawing, 0, null, binder.Bind(condition), "");
    }

    /// <summary>Opens a new form: defaults, and what the account knows.</summary>
    public FormState Open(Circumstances circumstances) => new(this, circumstances);

    /// <summary>Opens a new form for a citizen without an account.</summary>
    /// <param name="today">The day in the town's time zone.</param>
    public FormState Open(DateOnly today) => new(this, new Circumstances(today));
}

/// <summary>The steps of a program.</summary>
/// <param name="Ordered">All of them but those in cycles, in the order in which they run.</param>
/// <param name="Pages">The visibility step of each page, or null.</param>
/// <param name="Named">The step of each named condition.</param>
/// <param name="Ends">All ways out in page order, with their pages.</param>
internal sealed record ProgramSteps(ImmutableArray<Step> Ordered, ImmutableArray<Step?> Pages, ImmutableArray<Step?> Named, ImmutableArray<(int Page, EndPage End)> Ends);
