using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Logic;

/// <summary>A field with its place in a <see cref="FormProgram"/>.</summary>
public sealed class BoundField
{
    private KeyTable? _columnKeys;
    private KeyTable? _optionKeys;
    private QuickCheck? _quick;

    internal BoundField(Field field, int page, int slot, BoundField? group)
    {
        Field = field;
        Page = page;
        Slot = slot;
        Group = group;
        Type = field.Accept(FieldTypes.Instance);
        Reading = field switch
        {
            ShortTextField or LongTextField or EmailField or TelephoneField or IdentifierField or HiddenValueField => AnswerReading.Text,
            NumberField or AmountField or RatingField => AnswerReading.Number,
            YesNoField => AnswerReading.YesNo,
            DateField => AnswerReading.Date,
            SingleChoiceField => AnswerReading.Choice,
            RepeatedGroupField => AnswerReading.Rows,
            InputField => AnswerReading.ByKind,
            _ => AnswerReading.None,
        };
    }

    /// <summary>The definition's field.</summary>
    public Field Field { get; }

    /// <summary>Zero-based page.</summary>
    public int Page { get; }

    /// <summary>Place among the fields outside groups, or among the group's columns.</summary>
    public int Slot { get; }

    /// <summary>The repeated group that holds it, or null.</summary>
    public BoundField? Group { get; }

    /// <summary>A repeated group's fields; empty for other kinds.</summary>
    public ImmutableArray<BoundField> Columns { get; internal set; } = [];

    /// <summary>The type of its value; a computed field's comes from its formula.</summary>
    public ValueType Type { get; internal set; }

    /// <summary>The section title with a condition that it stands under, or null.</summary>
    public BoundField? Section { get; internal set; }

    /// <summary>Whether only agents see it: it says so itself, or what it stands in does.</summary>
    public bool IsPrivate => Field.Private || Section?.IsPrivate == true || Group?.IsPrivate == true;

    /// <summary>Whether citizens give its rows and agents add answers of their own to each.</summary>
    public bool HasPrivateColumns => !IsPrivate && Columns.Any(c => c.IsPrivate);

    /// <summary>The choice whose answer decides which options this one offers, or null.</summary>
    public BoundField? LinkedTo { get; internal set; }

    /// <summary>Steps that read it.</summary>
    internal List<Step> Readers { get; } = [];

    internal Step? Visibility { get; set; }

    internal Step? Computation { get; set; }

    /// <summary>The keys of <see cref="Columns"/>, to find them in JSON.</summary>
    internal KeyTable ColumnKeys => _columnKeys ??= new KeyTable([.. Columns.Select(c => c.Field.Key)]);

    /// <summary>The values of a choice's options, to find them in JSON.</summary>
    internal KeyTable OptionKeys => _optionKeys ??= new KeyTable([.. ((ChoiceField)Field).Options.Select(o => o.Value)]);

    /// <summary>Says that an answer is surely right, at little cost.</summary>
    internal QuickCheck Quick => _quick ??= QuickCheck.For(Field);

    /// <summary>How its answer is read from JSON.</summary>
    internal AnswerReading Reading { get; }

    /// <summary>The field's own condition, compiled; null when it has none.</summary>
    internal Node? OwnCondition { get; set; }

    /// <summary>When an answer is needed, besides always; or null.</summary>
    internal Node? RequiredNode { get; set; }

    /// <summary>When the answer cannot be changed, besides never; or null.</summary>
    internal Node? ReadOnlyNode { get; set; }

    /// <summary>When each option is offered, null for always; default when all always are.</summary>
    internal ImmutableArray<Node?> OptionNodes { get; set; }

    /// <summary>Whether the options that are offered depend on other answers.</summary>
    internal bool HasChangingOptions => !OptionNodes.IsDefault || LinkedTo is not null;

    /// <summary>The field's checks, compiled, in order.</summary>
    internal ImmutableArray<(AnswerCheck Check, Node Holds)> Checks { get; set; } = [];
}
