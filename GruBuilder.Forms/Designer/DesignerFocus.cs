namespace GruBuilder.Forms.Designer;

/// <summary>
/// Moves the cursor into a box that has just been drawn. What was typed between the click and now is put into it:
/// nothing typed too early is lost.
/// </summary>
/// <param name="arrive">Called with the box's id once it stands on the screen.</param>
public sealed class DesignerFocus(Func<string, Task> arrive)
{
    /// <summary>Moves the cursor into the box with this id, its text selected.</summary>
    public Task ArriveAsync(string id) => arrive(id);
}
