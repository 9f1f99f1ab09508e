using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>Texts written where they stand on the canvas.</summary>
public sealed partial class DesignSession
{
    private const int LongestText = 4000;

    /// <summary>Changes one text, starting from what the form is now; unknown parts and longer texts change nothing.</summary>
    /// <param name="key">The key of the field or page.</param>
    /// <param name="part"><c>label</c>, <c>help</c>, <c>option</c>, <c>title</c> or <c>lead</c>.</param>
    /// <param name="value">The stored value of an option.</param>
    /// <param name="text">The text.</param>
    public void Write(string key, string part, string? value, string text)
    {
        if (text.Length > LongestText) return;
        switch (part)
        {
            case "label": Change<Field>(key, nameof(Field.Label), f => f with { Label = text }); break;
            case "help": Change<Field>(key, nameof(Field.Help), f => f with { Help = text.Length == 0 ? null : text }); break;
            case "option": Change<ChoiceField>(key, nameof(ChoiceField.Options), f => f with { Options = Reworking.Map(f.Options, o => string.Equals(o.Value, value, StringComparison.Ordinal) ? o with { Label = text } : o) }); break;
            case "title": ChangePage(key, p => p with { Title = text }); break;
            case "lead": ChangePage(key, p => p with { Description = text.Length == 0 ? null : text }); break;
        }
    }

    /// <summary>Ends the writing of a text: names that nobody chose follow it.</summary>
    /// <param name="key">The key of the field or page.</param>
    /// <param name="part">Which text, as for <see cref="Write"/>.</param>
    /// <param name="value">The stored value of an option.</param>
    /// <param name="before">The text from before.</param>
    public void Settle(string key, string part, string? value, string before)
    {
        switch (part)
        {
            case "label": SettleKey(key, before); break;
            case "option" when value is not null: SettleOption(key, value, before); break;
            default: EndBurst(); break;
        }
    }
}
