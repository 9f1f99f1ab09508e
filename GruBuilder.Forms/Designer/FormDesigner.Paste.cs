using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Designer.Edits;
using Microsoft.JSInterop;

namespace GruBuilder.Forms.Designer;

/// <content>What is too long to come from the browser in one message.</content>
public partial class FormDesigner
{
    // A character takes three bytes at most; one that takes four counts as two.
    private const int MostBytes = Clip.MostCharacters * 3;

    /// <summary>Puts a long text of the clipboard into the form: it comes in pieces. Called by the browser.</summary>
    /// <param name="text">The text.</param>
    [JSInvokable]
    public async Task PasteLong(IJSStreamReference text)
    {
        try
        {
            await using var bytes = await text.OpenReadStreamAsync(MostBytes);
            using var reader = new StreamReader(bytes);
            Session.Paste(await reader.ReadToEndAsync());
        }
        catch (Exception e) when (e is IOException or JSException or TimeoutException or TaskCanceledException or ArgumentOutOfRangeException)
        {
            Session.RefusePaste("La lecture s’est interrompue. Collez à nouveau.");
        }
    }

    /// <summary>Says that a text was left on the clipboard, or that a box could not take it. Called by the browser.</summary>
    /// <param name="most">Most characters that the box takes; 0 for what is longer than any text that is taken.</param>
    [JSInvokable]
    public void RefusePaste(int most) => Session.RefusePaste(most == 0 ? null : $"Cette zone prend {AnswerText.Number(most)} caractères au plus. Collez le texte en plusieurs fois, ou gardez une longue liste comme liste de la ville.");
}
