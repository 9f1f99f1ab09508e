using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Designer.Edits;
using Microsoft.JSInterop;

namespace GruBuilder.Forms.Designer;

/// <summary>What the browser calls while a form is drawn: keys, the clipboard, texts written in place, drops. Anything may be asked for here; the session decides.</summary>
/// <param name="session">The hand that draws.</param>
public sealed class BrowserCalls(Func<DesignSession> session)
{
    // A character takes three bytes at most; one that takes four counts as two.
    private const int MostBytes = Clip.MostCharacters * 3;

    /// <summary>A key was pressed that means something here. Called by the browser.</summary>
    /// <param name="name">What it means.</param>
    [JSInvokable]
    public void Shortcut(string name)
    {
        switch (name)
        {
            case "undo": session().Undo(); break;
            case "redo": session().Redo(); break;
            case "previous": session().SelectNeighbour(-1); break;
            case "next": session().SelectNeighbour(1); break;
            case "label": session().EditLabel(); break;
            case "answer": session().Open(PropertyPanel.Answer); break;
            case "up": session().StepInHand(-1); break;
            case "down": session().StepInHand(1); break;
            case "markUp": session().MarkNeighbour(-1); break;
            case "markDown": session().MarkNeighbour(1); break;
            case "duplicate": session().DuplicateInHand(); break;
            case "remove": session().RemoveInHand(); break;
            case "pageLeft": session().StepPage(session().Page, -1); break;
            case "pageRight": session().StepPage(session().Page, 1); break;
        }
    }

    /// <summary>What is in hand, to be put on the clipboard; null for nothing. Called by the browser.</summary>
    /// <param name="take">Takes it out of the form as well.</param>
    [JSInvokable]
    public string? Copy(bool take)
    {
        var text = session().Copy();
        if (text is not null && take && session().Selection.Kind == SelectionKind.Field) session().RemoveInHand();
        return text;
    }

    /// <summary>Puts what was on the clipboard into the form. Called by the browser.</summary>
    /// <param name="text">Anything.</param>
    [JSInvokable]
    public void Paste(string text) => session().Paste(text);

    /// <summary>Puts a text of the clipboard into the form that is too long for one message: it comes in pieces. Called by the browser.</summary>
    /// <param name="text">The text.</param>
    [JSInvokable]
    public async Task PasteLong(IJSStreamReference text)
    {
        try
        {
            await using var bytes = await text.OpenReadStreamAsync(MostBytes);
            using var reader = new StreamReader(bytes);
            session().Paste(await reader.ReadToEndAsync());
        }
        catch (Exception e) when (e is IOException or JSException or TimeoutException or TaskCanceledException or ArgumentOutOfRangeException)
        {
            session().RefusePaste("La lecture s’est interrompue. Collez à nouveau.");
        }
    }

    /// <summary>Says that a text was left on the clipboard, or that a box could not take it. Called by the browser.</summary>
    /// <param name="most">Most characters that the box takes; 0 for what is longer than any text that is taken.</param>
    [JSInvokable]
    public void RefusePaste(int most) =>
        session().RefusePaste(most == 0 ? null : $"Cette zone prend {AnswerText.Number(most)} caractères au plus. Collez le texte en plusieurs fois, ou gardez une longue liste comme liste de la ville.");

    /// <summary>A text is being written in its place on the canvas. Called by the browser.</summary>
    /// <param name="of">The number of the field, or the key of the page.</param>
    /// <param name="part">Which of its texts.</param>
    /// <param name="option">Zero-based place of an answer offered.</param>
    /// <param name="text">The text so far.</param>
    [JSInvokable]
    public void WriteText(string of, string part, int option, string text) => session().Write(of, part, option, text);

    /// <summary>That text is written. Called by the browser.</summary>
    /// <param name="of">The number of the field, or the key of the page.</param>
    /// <param name="part">Which of its texts.</param>
    /// <param name="option">Zero-based place of an answer offered.</param>
    /// <param name="before">The text from before.</param>
    [JSInvokable]
    public void SettleText(string of, string part, int option, string before) => session().Settle(of, part, option, before);

    /// <summary>Something was dropped. Called by the browser.</summary>
    /// <param name="what">A kind, when it is new; else a field's number.</param>
    /// <param name="isNew">It comes from the palette.</param>
    /// <param name="page">The page's key.</param>
    /// <param name="group">The series' key, or null.</param>
    /// <param name="index">The position it gets; -1 for last.</param>
    [JSInvokable]
    public void Drop(string what, bool isNew, string page, string? group, int index)
    {
        var at = new Place(page, group, index < 0 ? int.MaxValue : index);
        if (isNew) session().Add(what, at);
        else session().Move(DesignSession.NumberIn(what), at);
    }
}
