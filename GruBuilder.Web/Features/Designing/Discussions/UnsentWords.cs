namespace GruBuilder.Web.Features.Designing.Discussions;

/// <summary>What a person has typed about a form and not sent: it outlives the panel that it is typed in.</summary>
public sealed class UnsentWords
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The text of a box; empty when nothing is typed.</summary>
    /// <param name="box">Which box.</param>
    public string this[string box]
    {
        get => _texts.GetValueOrDefault(box, "");
        set => _texts[box] = value;
    }

    /// <summary>Whether something is typed in a box.</summary>
    /// <param name="box">Which box.</param>
    public bool Has(string box) => this[box].Length > 0;

    /// <summary>What a person made of a text that stood in a box to begin with, if only to take it out.</summary>
    /// <param name="box">Which box.</param>
    /// <param name="given">The text to begin with.</param>
    public string Or(string box, string given) => _texts.GetValueOrDefault(box, given);

    /// <summary>Begins a box anew.</summary>
    /// <param name="box">Which box.</param>
    public void Forget(string box) => _texts.Remove(box);
}
