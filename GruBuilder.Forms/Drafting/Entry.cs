using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Drafting;

/// <summary>One option as it was written.</summary>
/// <param name="Label">Its words.</param>
/// <param name="AsksDetail">Room to write stood behind it.</param>
internal sealed record EntryOption(string Label, bool AsksDetail);

/// <summary>A field in the making: what the lines said so far.</summary>
internal sealed class Entry(string label)
{
    /// <summary>The question, or the title.</summary>
    public string Label { get; set; } = label;

    /// <summary>The palette's kind, where something settles it; null leaves it to the words.</summary>
    public string? Kind { get; set; }

    /// <summary>A hint.</summary>
    public string? Help { get; set; }

    /// <summary>What an information says, or a consent agrees to.</summary>
    public string? Body { get; set; }

    /// <summary>The options; of a matrix, what each row offers.</summary>
    public List<EntryOption> Options { get; } = [];

    /// <summary>The rows of a matrix.</summary>
    public List<string> Rows { get; } = [];

    /// <summary>The fields of each row of a group.</summary>
    public List<Entry> Columns { get; } = [];

    /// <summary>Several answers (true), or one (false), where the text says so.</summary>
    public bool? Several { get; set; }

    /// <summary>The boxes are square.</summary>
    public bool HasSquares { get; set; }

    /// <summary>Asked or optional, where the text says so.</summary>
    public bool? Required { get; set; }

    /// <summary>For agents only.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>When it applies, in the text's words.</summary>
    public string? Condition { get; set; }

    /// <summary>A calculation, in the text's words.</summary>
    public string? Formula { get; set; }

    /// <summary>Lowest number.</summary>
    public decimal? Min { get; set; }

    /// <summary>Highest number.</summary>
    public decimal? Max { get; set; }

    /// <summary>What the number counts.</summary>
    public string? Unit { get; set; }

    /// <summary>Most characters.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Lines of room to write.</summary>
    public int Room { get; set; }

    /// <summary>The line ended in a colon or a question mark, without room to write: options may follow.</summary>
    public bool AwaitsOptions { get; set; }

    /// <summary>The field that it turned out to be a part of, or null.</summary>
    public Entry? JoinedTo { get; set; }

    /// <summary>Its key, once it is named; of the whole, when it is a part.</summary>
    public string Key
    {
        get => JoinedTo?.Key ?? field;
        set => field = value;
    } = "";

    /// <summary>The field, once it is made.</summary>
    public Field? Made { get; set; }

    /// <summary>What it is called in a finding.</summary>
    public string Name => Label.Length > 0 ? Label : Body is { Length: > 60 } body ? body[..60] + "…" : Body ?? "";
}
