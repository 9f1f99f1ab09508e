using GruBuilder.Forms.Definitions;
using Microsoft.AspNetCore.Components;

namespace GruBuilder.Forms.Designer.Properties;

/// <summary>What the settings of a question share.</summary>
/// <typeparam name="TField">The kind.</typeparam>
public abstract class QuestionPart<TField> : DesignerPart
    where TField : Field
{
    /// <summary>The question, as it is shown.</summary>
    [Parameter, EditorRequired]
    public TField Field { get; set; } = default!;

    /// <summary>Its number: the name that is shown may be another question's by the time something is typed.</summary>
    [Parameter, EditorRequired]
    public int Number { get; set; }

    /// <inheritdoc/>
    protected override object Shown => (Number, Field, Session.Form);

    /// <summary>Changes one property.</summary>
    /// <param name="property">Its C# name.</param>
    /// <param name="change">Gives the changed field.</param>
    protected void Set(string property, Func<TField, TField> change) => Session.Change(Number, property, change);

    /// <summary>Changes one property that not every such question has.</summary>
    /// <typeparam name="TKind">The kind that has it.</typeparam>
    /// <param name="property">Its C# name.</param>
    /// <param name="change">Gives the changed field.</param>
    protected void Set<TKind>(string property, Func<TKind, TKind> change)
        where TKind : Field => Session.Change(Number, property, change);

    /// <summary>A text setting was left.</summary>
    protected void Settled() => Session.EndBurst();

    /// <summary>Null for an empty text.</summary>
    protected static string? Filled(string text) => text.Length == 0 ? null : text;
}
