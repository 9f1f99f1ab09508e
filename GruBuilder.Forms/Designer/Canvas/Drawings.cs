namespace GruBuilder.Forms.Designer.Canvas;

/// <summary>Components that are drawn again one by one, when told.</summary>
internal sealed class Drawings
{
    private readonly Dictionary<int, Action> _drawn = [];

    /// <summary>Draws a component again whenever its number is told.</summary>
    public void Attach(int number, Action draw) => _drawn[number] = draw;

    /// <summary>Ends that, unless another component took the number.</summary>
    public void Detach(int number, Action draw)
    {
        if (_drawn.GetValueOrDefault(number) == draw) _drawn.Remove(number);
    }

    /// <summary>Has these drawn again.</summary>
    public void Tell(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            if (_drawn.TryGetValue(number, out var draw)) draw();
        }
    }
}
