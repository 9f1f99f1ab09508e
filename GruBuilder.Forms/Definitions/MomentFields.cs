namespace GruBuilder.Forms.Definitions;

/// <summary>A time of day, to the minute.</summary>
public sealed record TimeField : InputField
{
    /// <summary>Earliest, or null.</summary>
    public TimeOnly? Min { get; init; }

    /// <summary>Latest, or null.</summary>
    public TimeOnly? Max { get; init; }

    /// <summary>Minutes between two times that are taken, counted from the earliest; null for any minute.</summary>
    public int? Step { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>A day and a time, on the town's clock.</summary>
public sealed record DateTimeField : InputField
{
    /// <summary>Earliest day, or null.</summary>
    public DateBound? Min { get; init; }

    /// <summary>Latest day, or null.</summary>
    public DateBound? Max { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>A month of a year.</summary>
public sealed record MonthField : InputField
{
    /// <summary>A day of the earliest month, or null.</summary>
    public DateBound? Min { get; init; }

    /// <summary>A day of the latest month, or null.</summary>
    public DateBound? Max { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>Days from a first to a last one.</summary>
public sealed record DateRangeField : InputField
{
    /// <summary>Earliest first day, or null.</summary>
    public DateBound? Min { get; init; }

    /// <summary>Latest last day, or null.</summary>
    public DateBound? Max { get; init; }

    /// <summary>Most days, first and last counted, or null.</summary>
    public int? MaxDays { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
