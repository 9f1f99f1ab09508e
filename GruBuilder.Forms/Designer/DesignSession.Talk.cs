namespace GruBuilder.Forms.Designer;

/// <summary>Speaking about the form while it is drawn.</summary>
public sealed partial class DesignSession
{
    /// <summary>What people say about the form stands on the right, in place of what can be set.</summary>
    public bool IsTalking { get; private set; }

    /// <summary>Shows or hides what people say about the form.</summary>
    /// <param name="isTalking">Whether it is shown.</param>
    /// <param name="about">The part that it is about, taken in hand; null for what is in hand.</param>
    public void Talk(bool isTalking, Edits.Selection? about = null)
    {
        IsTalking = isTalking;
        if (about is { } part) Select(part);
        else Notify();
    }
}
