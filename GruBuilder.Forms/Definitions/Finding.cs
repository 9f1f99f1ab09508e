namespace GruBuilder.Forms.Definitions;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Worth a look.</summary>
    Advice,

    /// <summary>Probably wrong, but the form works.</summary>
    Warning,

    /// <summary>The form cannot be published like this.</summary>
    Error,
}

/// <summary>Something found in a definition: what, where, how grave.</summary>
/// <param name="Severity">How grave.</param>
/// <param name="Code">A stable name, in kebab case.</param>
/// <param name="Message">In French, for the person who draws the form: what is wrong and what to do.</param>
/// <param name="Path">Place in the JSON, such as <c>pages[0].fields[2].visibleIf</c>; empty for the whole form.</param>
/// <param name="FieldKey">The field it is about, or null.</param>
/// <param name="PageKey">The page it is about, or null.</param>
/// <param name="Position">Zero-based place in a formula's text, or null.</param>
public sealed record Finding(Severity Severity, string Code, string Message, string Path, string? FieldKey = null, string? PageKey = null, int? Position = null)
{
    /// <summary>A change that mends it, or null when a person must decide.</summary>
    public FindingFix? Fix { get; init; }
}

/// <summary>A change that mends a finding.</summary>
/// <param name="Label">What it does, for the button.</param>
public abstract record FindingFix(string Label);

/// <summary>Puts a field in place of the one with its key.</summary>
/// <param name="Label">What it does, for the button.</param>
/// <param name="Field">The field as it shall be.</param>
/// <param name="Property">The property that changes, by its C# name.</param>
public sealed record FieldFix(string Label, Field Field, string Property) : FindingFix(Label);

/// <summary>Takes away a named condition that serves nowhere.</summary>
/// <param name="Label">What it does, for the button.</param>
/// <param name="Key">Its key.</param>
public sealed record ConditionRemovalFix(string Label, string Key) : FindingFix(Label);

/// <summary>Takes away a decision table that serves nowhere.</summary>
/// <param name="Label">What it does, for the button.</param>
/// <param name="Key">Its key.</param>
public sealed record TableRemovalFix(string Label, string Key) : FindingFix(Label);
