using GruBuilder.Forms.Designer.Edits;

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
/// <param name="Edit">The change.</param>
public sealed record FindingFix(string Label, FormEdit Edit);
