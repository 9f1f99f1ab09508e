namespace GruBuilder.Forms.Designer;

/// <summary>What somebody wants to say when the talk is opened.</summary>
public enum TalkWish
{
    /// <summary>Nothing yet: they read.</summary>
    None,

    /// <summary>A message.</summary>
    Message,

    /// <summary>Another wording.</summary>
    Wording,
}

/// <summary>Speaking about the form while it is drawn.</summary>
public sealed partial class DesignSession
{
    private TalkWish _wish;

    /// <summary>What people say about the form stands on the right, in place of what can be set.</summary>
    public bool IsTalking { get; private set; }

    /// <summary>Shows or hides what people say about the form.</summary>
    /// <param name="isTalking">Whether it is shown.</param>
    /// <param name="about">The part that it is about, taken in hand; null for what is in hand.</param>
    /// <param name="wish">What the person wants to say about it.</param>
    public void Talk(bool isTalking, Edits.Selection? about = null, TalkWish wish = TalkWish.None)
    {
        (IsTalking, _wish) = (isTalking, wish);
        if (about is { } part) Select(part);
        else Notify();
    }

    /// <summary>What the person wants to say, told once to whoever makes room for it.</summary>
    public TalkWish TakeTalkWish()
    {
        var wish = _wish;
        _wish = TalkWish.None;
        return wish;
    }
}
