using System.Collections.Immutable;

namespace GruBuilder.Forms.Definitions;

/// <summary>A form as it is read in another language, or in easier words: other texts, the same keys and values, so that answers are the same.</summary>
public static class FormReadings
{
    /// <summary>The form in a language, with its French texts where it has no others; the same form in French.</summary>
    public static FormDefinition In(this FormDefinition form, Language language) => language switch
    {
        Language.English => InEnglish(form),
        Language.EasyFrench => form with { Pages = [.. form.Pages.Select(p => p with { Fields = [.. p.Fields.Select(Ease)] })] },
        _ => form,
    };

    /// <summary>Whether somebody wrote any of its texts in English.</summary>
    public static bool HasEnglish(this FormDefinition form) =>
        form.English is not null || form.Pages.Any(p => p.English is not null || p.Ends.Any(e => e.English is not null)) || form.AllFields().Any(f => f.English is not null);

    /// <summary>Whether somebody wrote any of its questions in words that are easy to read.</summary>
    public static bool HasEasy(this FormDefinition form) => form.AllFields().Any(f => f.Easy is not null);

    private static FormDefinition InEnglish(FormDefinition form) => form with
    {
        Title = form.English?.Title ?? form.Title,
        Description = form.English?.Description ?? form.Description,
        Pages = [.. form.Pages.Select(Read)],
    };

    private static Field Ease(Field field)
    {
        var eased = field.Easy is { } easy ? field with { Label = easy.Label ?? field.Label, Help = easy.Help ?? field.Help } : field;
        return eased is RepeatedGroupField group ? group with { Fields = [.. group.Fields.Select(Ease)] } : eased;
    }

    private static Page Read(Page page) => page with
    {
        Title = page.English?.Title ?? page.Title,
        Description = page.English?.Description ?? page.Description,
        Fields = [.. page.Fields.Select(Read)],
        Ends = [.. page.Ends.Select(e => e with { Title = e.English?.Title ?? e.Title, Text = e.English?.Description ?? e.Text })],
    };

    private static Field Read(Field field)
    {
        var texts = field.English ?? new FieldTexts();
        var read = field with
        {
            Label = texts.Label ?? field.Label,
            Help = texts.Help ?? field.Help,
            Checks = [.. field.Checks.Select(c => c with { Message = c.English ?? c.Message })],
        };
        // Without a sentence of its own in English, the usual English one says more than a French one.
        if (read is InputField input) read = input with { Example = texts.Example ?? input.Example, Purpose = texts.Purpose ?? input.Purpose, RequiredMessage = texts.RequiredMessage };
        return read switch
        {
            RepeatedGroupField group => group with { RowLabel = texts.RowLabel ?? group.RowLabel, Fields = [.. group.Fields.Select(Read)] },
            ChoiceField choice => choice with { Options = Read(choice.Options) },
            MatrixField matrix => matrix with { Rows = Read(matrix.Rows), Options = Read(matrix.Options) },
            InformationField information => information with { Text = texts.Text ?? information.Text },
            ConsentField consent => consent with { Text = texts.Text ?? consent.Text },
            ShortTextField text => text with { PatternMessage = texts.PatternMessage ?? text.PatternMessage },
            YesNoField yesNo => yesNo with { DetailLabel = texts.DetailLabel ?? yesNo.DetailLabel },
            NumberField number => number with { Unit = texts.Unit ?? number.Unit },
            ComputedField computed => computed with { Unit = texts.Unit ?? computed.Unit },
            RatingField rating => rating with { LowLabel = texts.LowLabel ?? rating.LowLabel, HighLabel = texts.HighLabel ?? rating.HighLabel },
            ImageField image => image with { AlternativeText = texts.AlternativeText ?? image.AlternativeText, Caption = texts.Caption ?? image.Caption },
            _ => read,
        };
    }

    private static ImmutableArray<Option> Read(ImmutableArray<Option> options) =>
        options.Any(o => o.English is not null || o.EnglishHelp is not null) ? [.. options.Select(o => o with { Label = o.English ?? o.Label, Help = o.EnglishHelp ?? o.Help })] : options;
}
