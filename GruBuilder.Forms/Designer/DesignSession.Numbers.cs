using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>
/// Questions by number. A question's name follows its text, and others change both: by the time something reaches the form, the name that
/// stood on this person's screen may be another question's. The number stays: what is done to a question is done to that one.
/// </summary>
public sealed partial class DesignSession
{
    /// <summary>A number that stays with the field whatever it is called; 0 for none of this form.</summary>
    public int NumberOf(Field field) => NumberOf(field.Key);

    /// <summary>The number of the field that has this key on this person's screen; 0 for none.</summary>
    public int NumberOf(string key) => State.Ids.GetValueOrDefault(key);

    /// <summary>A number as the browser tells it; 0 when it is none.</summary>
    internal static int NumberIn(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // What the field that has this key on this person's screen is called now; null when it is gone.
    private string? KeyIn(DesignState now, string key) => now.FieldOf(NumberOf(key), key)?.Key;

    private Field? FieldIn(DesignState now, int number) => now.FieldOf(number, number == _selectedId ? Selection.Key : "");

    private ImmutableArray<string> KeysIn(DesignState now, ImmutableArray<string> keys) => [.. keys.Select(k => KeyIn(now, k)).OfType<string>()];

    // A series that is gone takes nothing.
    private Place PlaceIn(DesignState now, Place place) => place.Group is { } group ? place with { Group = KeyIn(now, group) ?? "" } : place;

    // What was left in hand by an edit may have been renamed by somebody else since.
    private Selection SeenIn(DesignState then, Selection selection) =>
        selection.Kind == SelectionKind.Field && then.Ids.TryGetValue(selection.Key, out var number) && State.FieldOf(number, selection.Key) is { } field ? Selection.Field(field.Key) : selection;
}
