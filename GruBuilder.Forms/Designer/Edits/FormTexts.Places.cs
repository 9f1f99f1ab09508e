using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <content>Where each text stands, and how it is changed there.</content>
public static partial class FormTexts
{
    private const string TitlePart = "title";
    private const string LabelPart = "label";
    private const string HelpPart = "help";
    private static readonly (string Name, string Title)[] FormParts = [(TitlePart, "Titre du formulaire"), ("description", "Description du formulaire")];
    private static readonly (string Name, string Title)[] PageParts = [(TitlePart, "Titre de la page"), ("description", "Description de la page")];
    private static readonly (string Name, string Title)[] EndParts = [(TitlePart, "Titre de la sortie"), ("text", "Texte de la sortie")];

    private static readonly FieldPart[] FieldParts =
    [
        new(LabelPart, "Question", f => f.Label, (f, t) => f with { Label = t ?? "" }, e => e.Label, (e, t) => e with { Label = t }),
        new(HelpPart, "Aide", f => f.Help, (f, t) => f with { Help = t }, e => e.Help, (e, t) => e with { Help = t }),
        new("example", "Exemple", f => (f as InputField)?.Example, (f, t) => ((InputField)f) with { Example = t }, e => e.Example, (e, t) => e with { Example = t }),
        new("text", "Texte", f => (f as InformationField)?.Text ?? (f as ConsentField)?.Text, WithText, e => e.Text, (e, t) => e with { Text = t }),
        new("purpose", "Pourquoi on le demande", f => (f as InputField)?.Purpose, (f, t) => ((InputField)f) with { Purpose = t }, e => e.Purpose, (e, t) => e with { Purpose = t }),
        new("requiredMessage", "Message en cas d’oubli", f => (f as InputField)?.RequiredMessage, (f, t) => ((InputField)f) with { RequiredMessage = t }, e => e.RequiredMessage, (e, t) => e with { RequiredMessage = t }),
        new("patternMessage", "Message d’erreur", f => (f as ShortTextField)?.PatternMessage, (f, t) => ((ShortTextField)f) with { PatternMessage = t }, e => e.PatternMessage, (e, t) => e with { PatternMessage = t }),
        new("detailLabel", "Demande de précision", f => (f as YesNoField)?.DetailLabel, (f, t) => ((YesNoField)f) with { DetailLabel = t }, e => e.DetailLabel, (e, t) => e with { DetailLabel = t }),
        new("unit", "Unité", f => (f as NumberField)?.Unit ?? (f as ComputedField)?.Unit, WithUnit, e => e.Unit, (e, t) => e with { Unit = t }),
        new("lowLabel", "Note la plus basse", f => (f as RatingField)?.LowLabel, (f, t) => ((RatingField)f) with { LowLabel = t }, e => e.LowLabel, (e, t) => e with { LowLabel = t }),
        new("highLabel", "Note la plus haute", f => (f as RatingField)?.HighLabel, (f, t) => ((RatingField)f) with { HighLabel = t }, e => e.HighLabel, (e, t) => e with { HighLabel = t }),
        new("alternativeText", "Description de l’image", f => (f as ImageField)?.AlternativeText, (f, t) => ((ImageField)f) with { AlternativeText = t }, e => e.AlternativeText, (e, t) => e with { AlternativeText = t }),
        new("caption", "Légende de l’image", f => (f as ImageField)?.Caption, (f, t) => ((ImageField)f) with { Caption = t }, e => e.Caption, (e, t) => e with { Caption = t }),
        new("rowLabel", "Nom d’une ligne", f => (f as RepeatedGroupField)?.RowLabel, (f, t) => ((RepeatedGroupField)f) with { RowLabel = t ?? "" }, e => e.RowLabel, (e, t) => e with { RowLabel = t }),
    ];

    /// <summary>The form with one text changed; the same form when there is no such text, or nothing changes.</summary>
    internal static FormDefinition With(this FormDefinition form, TextPlace place, Func<TextVersions, TextVersions> change) => place.Owner switch
    {
        TextOwner.Form => Changed(Read(form, place.Name), change) is { } made ? Write(form, place.Name, made) : form,
        TextOwner.Page when form.FindPage(place.Key) is { } page => Changed(Read(page, place.Name), change) is { } made ? form.WithPage(form.PageIndex(place.Key), Write(page, place.Name, made)) : form,
        TextOwner.End => form with { Pages = Reworking.Map(form.Pages, p => Reworking.Map(p.Ends, e => e.Key == place.Key && Changed(Read(e, place.Name), change) is { } made ? Write(e, place.Name, made) : e) is var ends && ends != p.Ends ? p with { Ends = ends } : p) } is var ended && ended.Pages != form.Pages ? ended : form,
        _ => form.WithField(place.Key, f => Write(f, place, change)),
    };

    private static Field Write(Field field, TextPlace place, Func<TextVersions, TextVersions> change)
    {
        switch (place.Owner)
        {
            case TextOwner.Field:
                return Array.Find(FieldParts, p => p.Name == place.Name) is { } part && Changed(part.Read(field), change) is { } made ? part.Write(field, made) : field;
            case TextOwner.Check when int.TryParse(place.Name, CultureInfo.InvariantCulture, out var i) && i >= 0 && i < field.Checks.Length:
                var check = field.Checks[i];
                return Changed(new TextVersions(check.Message, check.English, check.EnglishOf), change) is { } said
                    ? field with { Checks = field.Checks.SetItem(i, check with { Message = said.French, English = said.English, EnglishOf = said.MadeFrom }) }
                    : field;
            case TextOwner.Row or TextOwner.RowHelp when field is MatrixField matrix:
                return Options(matrix.Rows) is var rows && rows != matrix.Rows ? matrix with { Rows = rows } : field;
            case TextOwner.Option when field is MatrixField matrix:
                return Options(matrix.Options) is var columns && columns != matrix.Options ? matrix with { Options = columns } : field;
            case TextOwner.Option or TextOwner.OptionHelp when field is ChoiceField choice:
                return Options(choice.Options) is var options && options != choice.Options ? choice with { Options = options } : field;
            default:
                return field;
        }

        ImmutableArray<Option> Options(ImmutableArray<Option> all) => Reworking.Map(all, o => o.Value == place.Name ? Write(o, place.Owner is TextOwner.OptionHelp or TextOwner.RowHelp, change) : o);
    }

    // Null when nothing changes.
    private static TextVersions? Changed(TextVersions? versions, Func<TextVersions, TextVersions> change) => versions is not null && change(versions) is var made && made != versions ? made : null;

    private static Option Write(Option option, bool help, Func<TextVersions, TextVersions> change) => (help, help ? Changed(ReadHelp(option), change) : Changed(Read(option), change)) switch
    {
        (_, null) => option,
        (true, { } made) => option with { Help = Filled(made.French), EnglishHelp = made.English, EnglishHelpOf = made.MadeFrom },
        (false, { } made) => option with { Label = made.French, English = made.English, EnglishOf = made.MadeFrom },
    };

    private static TextVersions ReadHelp(Option option) => new(option.Help ?? "", option.EnglishHelp, option.EnglishHelpOf);

    private static TextVersions Read(Option option) => new(option.Label, option.English, option.EnglishOf);

    private static TextVersions Read(FormDefinition form, string name) => Read(name == TitlePart ? form.Title : form.Description, form.English, name);

    private static TextVersions Read(Page page, string name) => Read(name == TitlePart ? page.Title : page.Description, page.English, name);

    private static TextVersions Read(EndPage end, string name) => Read(name == TitlePart ? end.Title : end.Text, end.English, name);

    private static TextVersions Read(string? french, PageTexts? english, string name) => name == TitlePart
        ? new(french ?? "", english?.Title, english?.Of?.Title)
        : new(french ?? "", english?.Description, english?.Of?.Description);

    private static FormDefinition Write(FormDefinition form, string name, TextVersions made) => name == TitlePart
        ? form with { Title = made.French, English = English(form.English, name, made) }
        : form with { Description = Filled(made.French), English = English(form.English, name, made) };

    private static Page Write(Page page, string name, TextVersions made) => name == TitlePart
        ? page with { Title = made.French, English = English(page.English, name, made) }
        : page with { Description = Filled(made.French), English = English(page.English, name, made) };

    private static EndPage Write(EndPage end, string name, TextVersions made) => name == TitlePart
        ? end with { Title = made.French, English = English(end.English, name, made) }
        : end with { Text = made.French, English = English(end.English, name, made) };

    private static PageTexts? English(PageTexts? texts, string name, TextVersions made)
    {
        texts ??= new PageTexts();
        var marks = texts.Of ?? new PageTexts();
        marks = name == TitlePart ? marks with { Title = made.MadeFrom } : marks with { Description = made.MadeFrom };
        texts = name == TitlePart ? texts with { Title = made.English } : texts with { Description = made.English };
        texts = texts with { Of = marks == new PageTexts() ? null : marks };
        return texts == new PageTexts() ? null : texts;
    }

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static Field WithText(Field field, string? text) => field is ConsentField consent ? consent with { Text = text ?? "" } : ((InformationField)field) with { Text = text ?? "" };

    private static Field WithUnit(Field field, string? unit) => field is ComputedField computed ? computed with { Unit = unit } : ((NumberField)field) with { Unit = unit };

    private sealed record FieldPart(
        string Name, string Title, Func<Field, string?> French, Func<Field, string?, Field> WithFrench, Func<FieldTexts, string?> English, Func<FieldTexts, string?, FieldTexts> WithEnglish)
    {
        public bool TakesEasy => Name is LabelPart or HelpPart;

        /// <summary>Null where the field has no such text, nor another in its place: a hint may be there in easy words alone.</summary>
        public TextVersions? Read(Field field) => French(field) is { } french || TakesEasy
            ? new(French(field) ?? "", field.English is { } e ? English(e) : null, field.English?.Of is { } of ? English(of) : null, EasyOf(field))
            : null;

        public Field Write(Field field, TextVersions made)
        {
            var texts = WithEnglish(field.English ?? new FieldTexts(), made.English);
            var marks = WithEnglish(texts.Of ?? new FieldTexts(), made.MadeFrom);
            texts = texts with { Of = marks == new FieldTexts() ? null : marks };
            var easy = field.Easy ?? new EasyTexts();
            easy = Name == LabelPart ? easy with { Label = made.Easy } : Name == HelpPart ? easy with { Help = made.Easy } : easy;
            return WithFrench(field, Filled(made.French)) with { English = texts == new FieldTexts() ? null : texts, Easy = easy == new EasyTexts() ? null : easy };
        }

        private string? EasyOf(Field field) => Name == LabelPart ? field.Easy?.Label : Name == HelpPart ? field.Easy?.Help : null;
    }
}
