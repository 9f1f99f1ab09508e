using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Changes a text in one language. English keeps the mark of the French that it was made from, to be found again once that changes.</summary>
/// <param name="At">Which text.</param>
/// <param name="Language">In which language.</param>
/// <param name="Text">What it says from now on; empty takes an English or easy text away.</param>
public sealed record ChangeText(TextPlace At, Language Language, string Text) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => form.With(At, v => Language switch
    {
        Language.English => v with { English = Filled, MadeFrom = Filled is null ? null : FormTexts.MarkOf(v.French) },
        Language.EasyFrench => v with { Easy = Filled },
        _ => v with { French = Text },
    });

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => Language switch
    {
        Language.English => "Modifier un texte en anglais",
        Language.EasyFrench => "Modifier un texte facile à lire",
        _ => "Modifier un texte",
    };

    /// <inheritdoc/>
    public override string? Burst => $"text/{Language}/{At.Owner}/{At.Key}/{At.Name}";

    private string? Filled => Text.Length == 0 ? null : Text;
}

/// <summary>Takes another wording over that somebody proposed.</summary>
/// <param name="At">Which text.</param>
/// <param name="Text">What it says from now on.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="AcceptedBy">Who took it over.</param>
public sealed record AcceptWording(TextPlace At, string Text, string ProposedBy, string AcceptedBy) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => form.With(At, v => v with { French = Text });

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Libellé proposé par {ProposedBy}, accepté par {AcceptedBy}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) =>
        At.IsInField && after.FindField(At.Key) is { } field ? Selection.Field(field.Key)
        : At.Owner == TextOwner.Page && after.FindPage(At.Key) is not null ? Selection.Page(At.Key) : null;
}

/// <summary>Says that an English text is right although its French has changed.</summary>
/// <param name="At">Which text.</param>
public sealed record ConfirmEnglish(TextPlace At) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => form.With(At, v => v.English is null ? v : v with { MadeFrom = FormTexts.MarkOf(v.French) });

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => "Garder un texte en anglais";
}
