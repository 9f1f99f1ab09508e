using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <summary>What a foreign rule decides.</summary>
internal enum RuleKind
{
    Visible,
    Required,
    ReadOnly,
    OptionVisible,
    Check,
    Formula,
}

/// <summary>A rule as it was read, before the names in it are known.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="Term">What it says.</param>
/// <param name="Path">Its place in the source.</param>
/// <param name="Source">Its text in the source, for the report.</param>
internal sealed record DraftRule(RuleKind Kind, Term Term, string Path, string Source)
{
    /// <summary>It says the contrary: when to hide, when the field can be changed.</summary>
    public bool Negated { get; init; }

    /// <summary>The option that it shows.</summary>
    public int Option { get; init; }

    /// <summary>What a check says.</summary>
    public string? Message { get; init; }

    /// <summary>What a check says, in English.</summary>
    public string? English { get; init; }
}

/// <summary>A panel, page or container around fields: its title and its conditions.</summary>
internal sealed class DraftSection(DraftSection? parent)
{
    public DraftSection? Parent => parent;

    public List<DraftRule> Rules { get; } = [];

    /// <summary>The conditions of this section alone, once translated.</summary>
    public ImmutableArray<Condition> Conditions { get; set; } = [];

    public bool IsWithin(DraftSection other)
    {
        for (var section = this; section is not null; section = section.Parent)
        {
            if (section == other) return true;
        }

        return false;
    }
}

/// <summary>A field being imported.</summary>
internal sealed class DraftField(Field field, string path, ImmutableArray<string> names)
{
    /// <summary>The field; its key is the source's until keys are settled.</summary>
    public Field Field { get; set; } = field;

    /// <summary>Its place in the source.</summary>
    public string Path => path;

    /// <summary>Its path in the source's answers; empty when it has none.</summary>
    public ImmutableArray<string> Names => names;

    public DraftPage? Page { get; set; }

    public DraftField? Group { get; set; }

    public DraftSection? Section { get; set; }

    /// <summary>The fields of a group's rows.</summary>
    public List<DraftField> Inner { get; } = [];

    public List<DraftRule> Rules { get; } = [];

    /// <summary>A box to tick: not ticked is the same as no in the source.</summary>
    public bool IsTick { get; init; }

    /// <summary>What the source stores for yes and for no, when not true and false.</summary>
    public (string Yes, string No)? YesNoValues { get; init; }

    /// <summary>What a computed field becomes when its formula cannot be carried over.</summary>
    public Field? Fallback { get; init; }

    /// <summary>It can have an answer.</summary>
    public bool IsAnswerable => Field is not (InformationField or SectionTitleField or ImageField);
}

/// <summary>A page being imported.</summary>
internal sealed class DraftPage(Page page, string path, DraftSection section)
{
    public Page Page => page;

    public string Path => path;

    public DraftSection Section => section;

    public List<DraftField> Fields { get; } = [];
}
