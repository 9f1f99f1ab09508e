using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Definitions;

/// <summary>A picture to look at. Its <see cref="Field.Label"/> only names it in the designer.</summary>
public sealed partial record ImageField : Field
{
    /// <summary>An https address, or the name of a file in the town's <c>data/images</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it shows, for those who do not see it.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>Written under it, or nothing.</summary>
    public string? Caption { get; init; }

    /// <summary>Where the browser finds it; null when the source is neither an https address nor the name of an image.</summary>
    public string? Address =>
        IsFileName(Source) ? $"/images/{Source}"
        : Source.Length <= 2000 && Uri.TryCreate(Source, UriKind.Absolute, out var address) && string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) ? address.AbsoluteUri
        : null;

    /// <summary>Whether this is the name of an image, without a path.</summary>
    public static bool IsFileName(string name) => FileName().IsMatch(name);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,99}\.(?:png|jpg|jpeg|webp|gif)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex FileName();
}
