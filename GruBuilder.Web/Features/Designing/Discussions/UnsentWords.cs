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
        set
        {
            if (value.Length == 0) _texts.Remove(box);
            else _texts[box] = value;
        }
    }

    /// <summary>Whether something is typed in a box.</summary>
    /// <param name="box">Which box.</param>
    public bool Has(string box) => _texts.ContainsKey(box);
}
