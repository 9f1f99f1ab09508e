using System.Collections.Immutable;

namespace GruBuilder.Forms.Designer;

/// <summary>Whose steps these are: each person takes back what they did themselves, and nobody else's.</summary>
/// <param name="name">The person's name, for the history.</param>
public sealed class DesignHand(string name = "")
{
    /// <summary>The person's name.</summary>
    public string Name { get; } = name;

    /// <summary>What undo would take back, oldest first.</summary>
    internal List<HandStep> Done { get; } = [];

    /// <summary>What redo would do again: the undoings, oldest first.</summary>
    internal List<HandStep> Undone { get; } = [];

    /// <summary>Whether a burst of typing goes on.</summary>
    internal bool BurstIsOpen { get; set; }
}

/// <summary>What one undo takes back: one step, or several of a burst that others' steps came between.</summary>
/// <param name="Name">What it is called on the undo button.</param>
/// <param name="Parts">The steps, oldest first.</param>
internal sealed record HandStep(string Name, ImmutableArray<DesignStep> Parts)
{
    public DesignStep Last => Parts[^1];

    /// <summary>Whether nothing came between its parts, and nothing after them.</summary>
    public bool IsUndisturbed(DesignState now)
    {
        for (var i = 0; i < Parts.Length; i++)
        {
            var next = i + 1 < Parts.Length ? Parts[i + 1].Before : now;
            if (!ReferenceEquals(Parts[i].After.Form, next.Form)) return false;
        }

        return true;
    }
}
