namespace GruBuilder.Forms.Designer;

/// <summary>Whose steps these are: each person takes back what they did themselves, and nobody else's.</summary>
/// <param name="name">The person's name, for the history.</param>
public sealed class DesignHand(string name = "")
{
    /// <summary>The person's name.</summary>
    public string Name { get; } = name;

    /// <summary>What undo would take back, oldest first.</summary>
    internal List<DesignStep> Done { get; } = [];

    /// <summary>What redo would do again: the undoings, oldest first.</summary>
    internal List<DesignStep> Undone { get; } = [];

    /// <summary>Whether a burst of typing goes on.</summary>
    internal bool BurstIsOpen { get; set; }
}
