using Microsoft.Playwright;

namespace GruBuilder.Tests.Designer;

/// <summary>One state of a screen, reached from the one before.</summary>
/// <param name="Name">What it is called when something is wrong in it.</param>
/// <param name="Press">What is pressed, in this order.</param>
/// <param name="Sees">What is there once the state is.</param>
/// <param name="Part">The part of the screen that the state is about; null for the whole screen.</param>
internal sealed record State(string Name, string[] Press, string Sees, string? Part = null)
{
    /// <summary>What is done once all is pressed, other than pressing.</summary>
    public Func<IPage, Task>? Does { get; init; }

    /// <summary>Looked at in a narrow window too.</summary>
    public bool Main { get; init; }

    /// <summary>Comes to it.</summary>
    public async Task ComeAsync(IPage page)
    {
        foreach (var control in Press)
        {
            // In the middle of a question lie its own parts.
            var at = control.Contains(".gd-pick", StringComparison.Ordinal) ? new Position { X = 5, Y = 5 } : null;
            await page.Locator(control).First.ClickAsync(new() { Position = at });
        }

        if (Does is not null) await Does(page);
        await page.Locator(Sees).First.WaitForAsync();
    }
}
