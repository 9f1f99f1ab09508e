using GruBuilder.Forms.Definitions;
using Microsoft.AspNetCore.Components;

namespace GruBuilder.Forms.Designer.Properties.Kinds;

/// <summary>What the settings of each kind share.</summary>
/// <typeparam name="TField">The kind.</typeparam>
public abstract class KindSettings<TField> : DesignerPart
    where TField : Field
{
    /// <summary>The selected field.</summary>
    [Parameter, EditorRequired]
    public TField Field { get; set; } = default!;

    /// <inheritdoc/>
    protected override object Shown => (Field, Session.Form);

    /// <summary>Changes one property.</summary>
    /// <param name="property">Its C# name.</param>
    /// <param name="change">Gives the changed field.</param>
    protected void Set(string property, Func<TField, TField> change) => Session.Change(Field.Key, property, change);

    /// <summary>A text setting was left.</summary>
    protected void Settled() => Session.EndBurst();

    /// <summary>Null for an empty text.</summary>
    protected static string? Filled(string text) => text.Length == 0 ? null : text;
}
