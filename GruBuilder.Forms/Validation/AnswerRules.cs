using System.Text.RegularExpressions;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Validation.Sentences;

namespace GruBuilder.Forms.Validation;

/// <summary>What each kind of field asks of an answer. Gives a sentence that says what to do, or null.</summary>
internal sealed partial class AnswerRules(DateOnly today, Sentence say) : IFieldVisitor<string?>
{
    private AnswerValue _value;

    /// <summary>In which words.</summary>
    public Sentence Say => say;

    /// <summary>The kind's rule on an answer; what is wrong in its parts is in <see cref="PartErrors"/>.</summary>
    public string? Check(InputField field, AnswerValue value, bool isRequired)
    {
        _partErrors.Clear();
        (_value, _isRequired) = (value, isRequired);
        return field.Accept(this);
    }

    /// <summary>Whether there is nothing to read in it.</summary>
    public static bool IsMissing(in AnswerValue value) => value.IsAbsent || (value.AsText is { } text && string.IsNullOrWhiteSpace(text));

    /// <summary>What to say when an answer is missing.</summary>
    public string Missing(InputField field) => field.RequiredMessage ?? say.Missing(field);

    public string? Visit(ShortTextField field)
    {
        if (_value.AsText is not { } text) return say.WriteAnswer(field.Label);
        if (text.AsSpan().ContainsAny('\r', '\n')) return say.OneLine(field.Label);
        return Length(field.Label, text, field.MinLength, field.MaxLength) ?? Pattern(field, text);
    }

    public string? Visit(LongTextField field) => _value.AsText is { } text
        ? Length(field.Label, text, field.MinLength, field.MaxLength)
        : say.WriteAnswer(field.Label);

    public string? Visit(NumberField field)
    {
        if (_value.AsNumber is not { } number) return field.Decimals == 0 ? say.NoNumber(field.Label, field.Min ?? 12, 10) : say.NoNumber(field.Label, (field.Min ?? 12) + 0.5m, field.Decimals);
        if (field.Decimals == 0 && number != decimal.Truncate(number)) return say.NotWhole(field.Label);
        if (decimal.Round(number, field.Decimals) != number) return say.TooPrecise(field.Label, field.Decimals);
        return (field.Min, field.Max) switch
        {
            ({ } min, { } max) when number < min || number > max => say.NumberBetween(field.Label, min, max),
            ({ } min, null) when number < min => say.NumberFrom(field.Label, min),
            (null, { } max) when number > max => say.NumberTo(field.Label, max),
            _ => null,
        };
    }

    public string? Visit(DateField field) => _value.AsDate is { } day
        ? Within(field.Label, day, field.Min, field.Max)
        : say.NoDate(field.Label);

    public string? Visit(PostalAddressField field)
    {
        if (_value.AsAddress is not { } address) return say.NoAddress(field.Label);
        if (new[] { address.Street, address.Complement, address.City }.Any(p => p.Length > 200)) return say.ShortenAddress(field.Label);
        if (string.IsNullOrWhiteSpace(address.Street)) return say.NoStreet(field.Label);
        if (address.PostalCode.Length != 5 || !address.PostalCode.All(char.IsAsciiDigit)) return say.NoPostalCode(field.Label);
        return string.IsNullOrWhiteSpace(address.City) ? say.NoTown(field.Label) : null;
    }

    public string? Visit(FileField field)
    {
        var files = _value.AsFiles;
        if (_value.Kind != AnswerKind.Files) return say.NoFile(field.Label);
        if (files.Length > field.MaxFiles) return say.TooManyFiles(field.Label, field.MaxFiles, files.Length);
        foreach (var file in files)
        {
            if (FileRules.Check(field, file.Name, file.Size, file.ContentType, say.Language) is { } problem) return problem;
        }

        return null;
    }

    public string? Visit(RepeatedGroupField field) => null;

    public string? Visit(ComputedField field) => null;

    public string? Visit(InformationField field) => null;

    public string? Visit(SectionTitleField field) => null;

    private string? Length(string label, string text, int? min, int? max)
    {
        if (min is { } least && text.Trim().Length < least) return say.TooShort(label, least);
        return max is { } most && text.Length > most ? say.TooLong(label, most, text.Length) : null;
    }

    private string? Pattern(ShortTextField field, string text) =>
        field.Pattern is null || TextPattern.Of(field.Pattern) is not { } pattern || pattern.IsMatch(text)
            ? null
            : field.PatternMessage ?? say.WrongShape(field.Label);

    private static bool IsTelephone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        if (!text.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '-' or '+' or '(' or ')' or '\u00a0' or '\u202f')) return false;
        return text.TrimStart().StartsWith('+') ? digits is >= 8 and <= 15 : digits == 10 && text.First(char.IsAsciiDigit) == '0';
    }

    [GeneratedRegex(@"\A[^@\s<>""]+@[^@\s.<>""]+(\.[^@\s.<>""]+)+\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex EmailShape();
}
