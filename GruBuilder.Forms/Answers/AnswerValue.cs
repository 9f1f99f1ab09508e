using System.Collections.Immutable;
using System.Globalization;

namespace GruBuilder.Forms.Answers;

/// <summary>What an <see cref="AnswerValue"/> holds.</summary>
public enum AnswerKind : byte
{
    /// <summary>Nothing: no answer, an empty one, or a hidden field.</summary>
    Absent,

    /// <summary>Text; also the stored value of a single choice, an e-mail, a telephone.</summary>
    Text,

    /// <summary>An exact decimal number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>The stored values of a multiple choice, in the order of the options.</summary>
    List,

    /// <summary>A postal address.</summary>
    Address,

    /// <summary>Files.</summary>
    Files,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A day and a time.</summary>
    DateTime,

    /// <summary>A month of a year.</summary>
    Month,

    /// <summary>A first and a last day.</summary>
    DateRange,

    /// <summary>Something typed that cannot be read as the field's kind; kept so that the person can mend it.</summary>
    Unreadable,

    /// <summary>Several named values: an identity, a place, a signature, the rows of a matrix.</summary>
    Parts,
}

/// <summary>One typed answer. Equality is by content, text compared ordinally.</summary>
public readonly partial struct AnswerValue : IEquatable<AnswerValue>
{
    private readonly object? _object;
    private readonly decimal _number;

    private AnswerValue(AnswerKind kind, object? o, decimal number) => (Kind, _object, _number) = (kind, o, number);

    /// <summary>No answer.</summary>
    public static AnswerValue Absent => default;

    /// <summary>What it holds.</summary>
    public AnswerKind Kind { get; }

    /// <summary>Whether there is no answer.</summary>
    public bool IsAbsent => Kind == AnswerKind.Absent;

    /// <summary>Text, absent when null or empty.</summary>
    public static AnswerValue Of(string? text) => string.IsNullOrEmpty(text) ? default : new(AnswerKind.Text, text, 0);

    /// <summary>A number.</summary>
    public static AnswerValue Of(decimal number) => new(AnswerKind.Number, null, number);

    /// <summary>Yes or no.</summary>
    public static AnswerValue Of(bool value) => new(AnswerKind.Boolean, null, value ? 1 : 0);

    /// <summary>A day.</summary>
    public static AnswerValue Of(DateOnly day) => new(AnswerKind.Date, null, day.DayNumber);

    /// <summary>Chosen values, absent when there are none.</summary>
    public static AnswerValue Of(ImmutableArray<string> values) => values.IsDefaultOrEmpty ? default : new(AnswerKind.List, values, 0);

    /// <summary>An address, absent when every part is empty.</summary>
    public static AnswerValue Of(PostalAddress? address) => address is null || address.IsEmpty ? default : new(AnswerKind.Address, address, 0);

    /// <summary>Files, absent when there are none.</summary>
    public static AnswerValue Of(ImmutableArray<FileAnswer> files) => files.IsDefaultOrEmpty ? default : new(AnswerKind.Files, files, 0);

    /// <summary>Named parts, absent when all of them are.</summary>
    public static AnswerValue Of(AnswerParts? parts) => parts is null || parts.All.IsEmpty ? default : new(AnswerKind.Parts, parts, 0);

    /// <summary>What was typed and could not be read.</summary>
    public static AnswerValue Unreadable(string typed) => string.IsNullOrWhiteSpace(typed) ? default : new(AnswerKind.Unreadable, typed, 0);

    /// <summary>The text, or null when it holds something else.</summary>
    public string? AsText => Kind == AnswerKind.Text ? (string)Bare! : null;

    /// <summary>The number, or null when it holds something else.</summary>
    public decimal? AsNumber => Kind == AnswerKind.Number ? _number : null;

    /// <summary>Yes or no, or null when it holds something else.</summary>
    public bool? AsBoolean => Kind == AnswerKind.Boolean ? _number != 0 : null;

    /// <summary>The day, or null when it holds something else.</summary>
    public DateOnly? AsDate => Kind == AnswerKind.Date ? DateOnly.FromDayNumber((int)_number) : null;

    /// <summary>The chosen values, empty when it holds something else.</summary>
    public ImmutableArray<string> AsList => Kind == AnswerKind.List ? (ImmutableArray<string>)Bare! : [];

    /// <summary>The address, or null when it holds something else.</summary>
    public PostalAddress? AsAddress => Kind == AnswerKind.Address ? (PostalAddress)_object! : null;

    /// <summary>The files, empty when it holds something else.</summary>
    public ImmutableArray<FileAnswer> AsFiles => Kind == AnswerKind.Files ? (ImmutableArray<FileAnswer>)_object! : [];

    /// <summary>The named parts, none when it holds something else.</summary>
    public AnswerParts AsParts => Kind == AnswerKind.Parts ? (AnswerParts)_object! : AnswerParts.Empty;

    /// <summary>What was typed, or null when the answer could be read.</summary>
    public string? AsUnreadable => Kind == AnswerKind.Unreadable ? (string)_object! : null;

    /// <inheritdoc/>
    public bool Equals(AnswerValue other) => Matches(other) && HasSameDetails(other);

    /// <summary>Same content; what was added to chosen options does not count.</summary>
    internal bool Matches(in AnswerValue other)
    {
        if (Kind != other.Kind) return false;
        return Kind switch
        {
            AnswerKind.Absent => true,
            AnswerKind.Text or AnswerKind.Unreadable => string.Equals((string)Bare!, (string)other.Bare!, StringComparison.Ordinal),
            AnswerKind.List => AsList.AsSpan().SequenceEqual(other.AsList.AsSpan()),
            AnswerKind.Files => AsFiles.AsSpan().SequenceEqual(other.AsFiles.AsSpan()),
            AnswerKind.Address or AnswerKind.Parts => _object!.Equals(other._object),
            _ => _number == other._number,
        };
    }

    /// <summary>The order of two numbers, two days, two moments of one kind; null when there is none between them.</summary>
    internal int? CompareTo(AnswerValue other)
    {
        if (Kind != other.Kind) return null;
        return Kind is AnswerKind.Number or AnswerKind.Date or AnswerKind.Time or AnswerKind.DateTime or AnswerKind.Month ? _number.CompareTo(other._number) : null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AnswerValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        AnswerKind.Text or AnswerKind.Unreadable => HashCode.Combine(Kind, string.GetHashCode((string)Bare!, StringComparison.Ordinal)),
        AnswerKind.List => HashCode.Combine(Kind, AsList.Length, AsList.Length > 0 ? string.GetHashCode(AsList[0], StringComparison.Ordinal) : 0),
        AnswerKind.Files => HashCode.Combine(Kind, AsFiles.Length),
        AnswerKind.Address or AnswerKind.Parts => HashCode.Combine(Kind, _object),
        _ => HashCode.Combine(Kind, _number),
    };

    /// <summary>Same content.</summary>
    public static bool operator ==(AnswerValue left, AnswerValue right) => left.Equals(right);

    /// <summary>Other content.</summary>
    public static bool operator !=(AnswerValue left, AnswerValue right) => !left.Equals(right);

    /// <summary>Invariant text, for messages to developers.</summary>
    public override string ToString() => Kind switch
    {
        AnswerKind.Absent => "",
        AnswerKind.Text or AnswerKind.Unreadable => (string)Bare!,
        AnswerKind.Number => _number.ToString(CultureInfo.InvariantCulture),
        AnswerKind.Boolean => _number != 0 ? "true" : "false",
        AnswerKind.Date => AsDate!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        AnswerKind.Time => AsTime!.Value.ToString("HH:mm", CultureInfo.InvariantCulture),
        AnswerKind.DateTime => AsDateTime!.Value.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        AnswerKind.Month => AsMonth!.Value.ToString(),
        AnswerKind.DateRange => AsDateRange!.Value.ToString(),
        AnswerKind.List => string.Join(", ", AsList),
        AnswerKind.Address or AnswerKind.Parts => _object!.ToString()!,
        AnswerKind.Files => string.Join(", ", AsFiles.Select(f => f.Name)),
        _ => "",
    };
}

/// <summary>A postal address.</summary>
/// <param name="Street">Number and street.</param>
/// <param name="Complement">Building, floor, door; or empty.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="City">The town.</param>
public sealed record PostalAddress(string Street, string Complement, string PostalCode, string City)
{
    /// <summary>Whether no part is filled.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Street) && string.IsNullOrWhiteSpace(Complement) && string.IsNullOrWhiteSpace(PostalCode) && string.IsNullOrWhiteSpace(City);

    /// <summary>On one line.</summary>
    public override string ToString() => string.Join(", ", new[] { Street, Complement, $"{PostalCode} {City}".Trim() }.Where(s => !string.IsNullOrWhiteSpace(s)));
}

/// <summary>A file that was joined. Its bytes are kept elsewhere, under its <paramref name="Id"/>.</summary>
/// <param name="Id">Where the store keeps it.</param>
/// <param name="Name">Its name on the citizen's device, without a path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ContentType">As recognised from its first bytes, never as claimed.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record FileAnswer(string Id, string Name, long Size, string ContentType, string Sha256);
