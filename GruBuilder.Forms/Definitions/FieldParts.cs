namespace GruBuilder.Forms.Definitions;

/// <summary>How much of the line a field takes on a wide screen; on a phone always all of it.</summary>
public enum FieldWidth
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>Half.</summary>
    Half,

    /// <summary>A third.</summary>
    Third,

    /// <summary>Two thirds.</summary>
    TwoThirds,
}

/// <summary>
/// Something that must hold for the answers to be accepted. It is put once the field is answered, and passes over what it cannot
/// decide because another answer is missing.
/// </summary>
/// <param name="Holds">What must hold.</param>
/// <param name="Message">What to say otherwise: what to do.</param>
/// <param name="IsWarning">Only asks for attention: the form can be sent all the same.</param>
public sealed record AnswerCheck(Condition Holds, string Message, bool IsWarning = false)
{
    /// <summary>The message in English, or null.</summary>
    public string? English { get; init; }

    /// <summary>The mark of the French message that the English one was made from, or null when nobody knows.</summary>
    public string? EnglishOf { get; init; }
}

/// <summary>A question in words that are easy to read; null where the usual ones do.</summary>
public sealed record EasyTexts
{
    /// <summary>The question.</summary>
    public string? Label { get; init; }

    /// <summary>The hint.</summary>
    public string? Help { get; init; }
}

/// <summary>A field's texts in another language; null where missing.</summary>
public sealed record FieldTexts
{
    /// <summary>The question.</summary>
    public string? Label { get; init; }

    /// <summary>The hint.</summary>
    public string? Help { get; init; }

    /// <summary>The example.</summary>
    public string? Example { get; init; }

    /// <summary>The purpose.</summary>
    public string? Purpose { get; init; }

    /// <summary>The message when the answer is missing.</summary>
    public string? RequiredMessage { get; init; }

    /// <summary>The text of an information block, of a consent.</summary>
    public string? Text { get; init; }

    /// <summary>What a row of a repeated group is called, with its article.</summary>
    public string? RowLabel { get; init; }

    /// <summary>What to say when a short text does not match its pattern.</summary>
    public string? PatternMessage { get; init; }

    /// <summary>What the text box under a yes or a no asks.</summary>
    public string? DetailLabel { get; init; }

    /// <summary>What is written after a number, or after a computed value.</summary>
    public string? Unit { get; init; }

    /// <summary>What the lowest mark of a rating means.</summary>
    public string? LowLabel { get; init; }

    /// <summary>What the highest mark of a rating means.</summary>
    public string? HighLabel { get; init; }

    /// <summary>What an image shows, for those who do not see it.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>The caption of an image.</summary>
    public string? Caption { get; init; }

    /// <summary>The mark of the French text that each was made from, where it is known.</summary>
    public FieldTexts? Of { get; init; }
}

/// <summary>The texts of a page or of the form in another language; null where missing.</summary>
public sealed record PageTexts
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The sentence under the title.</summary>
    public string? Description { get; init; }

    /// <summary>The mark of the French text that each was made from, where it is known.</summary>
    public PageTexts? Of { get; init; }
}

/// <summary>A condition that has a name.</summary>
/// <param name="Key">Its key, unique among named conditions.</param>
/// <param name="Label">What it says, in plain words: « Foyer ronchinois ».</param>
/// <param name="If">The condition; it reads fields outside groups.</param>
public sealed record NamedCondition(string Key, string Label, Condition If);

/// <summary>What an account may know of the person.</summary>
public enum AccountAttribute
{
    /// <summary>Whether the person is signed in: yes or no.</summary>
    SignedIn,

    /// <summary>Given name.</summary>
    GivenName,

    /// <summary>Family name.</summary>
    FamilyName,

    /// <summary>Day of birth.</summary>
    BirthDate,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Telephone number.</summary>
    Telephone,

    /// <summary>Postal address.</summary>
    Address,

    /// <summary>Postal code, five digits.</summary>
    PostalCode,

    /// <summary>Town.</summary>
    City,
}
