using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>Texts written where they stand on the canvas.</summary>
public sealed partial class DesignSession
{
    /// <summary>The longest text of a form.</summary>
    public const int LongestText = 4000;

    /// <summary>Changes one text, starting from what the form is now; unknown parts and longer texts change nothing.</summary>
    /// <param name="of">The field's number, since its key follows its label while one writes; or the page's key.</param>
    /// <param name="part"><c>label</c>, <c>help</c>, <c>option</c>, <c>title</c> or <c>lead</c>.</param>
    /// <param name="option">Zero-based place of the option on this person's screen.</param>
    /// <param name="text">The text.</param>
    public void Write(string of, string part, int option, string text)
    {
        if (text.Length > LongestText) return;
        switch (part)
        {
            case "label": Change<Field>(NumberIn(of), nameof(Field.Label), f => f with { Label = text }); break;
            case "help": Change<Field>(NumberIn(of), nameof(Field.Help), f => f with { Help = text.Length == 0 ? null : text }); break;
            case "option" when OptionAt(of, option) is { } shown: ChangeOption(NumberIn(of), shown, option, o => o with { Label = text }); break;
            case "option": ApplyIfThere(_ => null); break;
            case "title": ChangePage(of, p => p with { Title = text }); break;
            case "lead": ChangePage(of, p => p with { Description = text.Length == 0 ? null : text }); break;
        }
    }

    /// <summary>Ends the writing of a text: names that nobody chose follow it.</summary>
    /// <param name="of">The field or page, as for <see cref="Write"/>.</param>
    /// <param name="part">Which text.</param>
    /// <param name="option">Zero-based place of the option.</param>
    /// <param name="before">The text from before.</param>
    public void Settle(string of, string part, int option, string before)
    {
        switch (part)
        {
            case "label": SettleKey(NumberIn(of), before); break;
            case "option" when OptionAt(of, option) is { } shown: SettleOption(NumberIn(of), shown.Value, before); break;
            default: EndBurst(); break;
        }
    }

    private Option? OptionAt(string of, int option) => FieldIn(State, NumberIn(of)) is ChoiceField choice && option >= 0 && option < choice.Options.Length ? choice.Options[option] : null;
}
