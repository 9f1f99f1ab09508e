using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <summary>Reads SurveyJS definitions: pages, panels as sections, dynamic panels and matrices as repeated groups.</summary>
internal sealed partial class SurveyReader(ImportBuilder builder)
{
    /// <summary>Looks and technique only, or said by the place where it stands.</summary>
    private static readonly FrozenSet<string> Technical = FrozenSet.Create(
        StringComparer.Ordinal,
        "name", "type", "inputType", "cellType", "width", "minWidth", "maxWidth", "startWithNewLine", "titleLocation", "descriptionLocation", "indent", "innerIndent", "state", "colCount", "columnColCount", "columnMinWidth",
        "showQuestionNumbers", "showNumber", "questionTitleLocation", "questionTitleWidth", "questionErrorLocation", "errorLocation", "questionsOrder", "showProgressBar", "progressBarLocation", "progressBarType",
        "widthMode", "logo", "logoPosition", "logoWidth", "logoHeight", "logoFit", "requiredText", "questionStartIndex", "requiredMark", "locale", "allowClear", "searchEnabled", "searchMode", "rows", "rowCount", "autoGrow", "allowResize",
        "imageFit", "imageHeight", "imageWidth", "contentMode", "showLabel", "renderAs", "displayMode", "rateType", "rateDisplayMode", "rateColorMode", "scaleColorMode", "showLabels", "tooltipVisibility", "allowSwap", "signatureWidth", "signatureHeight",
        "penColor", "backgroundColor", "dataFormat", "displayStyle", "storeDataAsText", "waitForUpload", "showPreview", "allowImagesPreview", "templateTitleLocation", "panelAddText", "panelRemoveText", "panelPrevText", "panelNextText", "renderMode",
        "newPanelPosition", "panelRemoveButtonLocation", "addRowText", "removeRowText", "addRowLocation", "alternateRows", "transposeData", "detailPanelMode", "cellHeight", "iconName", "iconSize", "showCaption", "longTap", "size", "step",
        "textUpdateMode", "hasSelectAll", "showSelectAllItem", "selectAllText", "closeOnSelect", "itemSize", "headerView", "backgroundImage", "themeVariables", "cssVariables", "completeText", "pagePrevText", "pageNextText",
        "startSurveyText", "previewText", "editText", "showPrevButton", "showTitle", "showPageTitles", "showCompletedPage", "goNextPageAutomatic", "checkErrorsMode", "focusFirstQuestionAutomatic", "sendResultOnPageNext",
        "surveyId", "surveyPostId", "cookieName", "fitToContainer", "labelTrue", "labelFalse", "valueTrue", "valueFalse", "valueName", "sliderType", "showNavigationButtons", "showTOC", "tocLocation");

    private readonly HashSet<string> _lostLanguages = new(StringComparer.Ordinal);
    private string _locale = "en";
    private FieldWidth _width;

    public bool Read(SourceElement survey)
    {
        var isSurvey = survey.IsObject && (survey.Any("pages") ?? survey.Any("elements") ?? survey.Any("questions")) is { ValueKind: JsonValueKind.Array };
        if (!isSurvey) return false;
        _locale = survey.Text("locale") ?? "en";
        (var title, var english) = Words(survey, "title");
        builder.Title = title ?? survey.Text("name") ?? "";
        (builder.Description, var englishDescription) = Words(survey, "description");
        if (english is not null || englishDescription is not null) builder.English = new PageTexts { Title = english, Description = englishDescription };
        if (survey.Has("pages"))
        {
            foreach (var page in survey.List("pages")) ReadPage(page);
        }
        else
        {
            ReadElements(survey, [], null, null);
        }

        ReadSurveyParts(survey);
        survey.Done(Technical);
        if (_lostLanguages.Count > 0) builder.Lost("language-not-carried", $"Seuls le français et l'anglais sont repris. Langues laissées de côté : {string.Join(", ", _lostLanguages.Order(StringComparer.Ordinal).Take(20))}.", "");
        return true;
    }

    private void ReadSurveyParts(SourceElement survey)
    {
        if (survey.Any("pages") is null) survey.Any("elements");
        if (survey.Any("triggers") is { } triggers && !SourceElement.IsNothing(triggers)) builder.Lost("trigger-not-carried", "Les déclencheurs (« triggers ») ne sont pas repris : écrivez des conditions et des champs calculés.", "triggers");
        foreach (var value in survey.List("calculatedValues"))
        {
            var name = value.Text("name") ?? "";
            var draft = builder.Add(new DraftField(new ComputedField { Key = name, Label = name, Formula = "" }, value.Path, [name]), null, null);
            if (value.Text("expression") is { } expression && Rule(RuleKind.Formula, expression, value.PathOf("expression")) is { } rule) draft.Rules.Add(rule);
            FieldParts.Hide(draft, value.Path, builder);
            value.FlagOrNull("includeIntoResult");
            value.Done(Technical);
        }
    }

    private void ReadPage(SourceElement page)
    {
        var section = new DraftSection(null);
        if (page.Text("visibleIf") is { } visible && Rule(RuleKind.Visible, visible, page.PathOf("visibleIf")) is { } rule) section.Rules.Add(rule);
        var (title, english) = Words(page, "title");
        var (description, englishDescription) = Words(page, "description");
        builder.AddPage(page.Text("name") ?? "", title ?? "", page.Path, section, description, english is null && englishDescription is null ? null : new PageTexts { Title = english, Description = englishDescription });
        if (IsHidden(page)) builder.Lost("hidden-field", "Cette page est cachée dans le fichier : elle est montrée ici. Supprimez-la ou donnez-lui une condition.", page.PathOf("visible"));
        ReadElements(page, [], null, section);
        page.Done(Technical);
    }

    private void ReadElements(SourceElement parent, ImmutableArray<string> names, DraftField? group, DraftSection? section, string property = "elements")
    {
        if (property == "elements" && !parent.Has("elements") && parent.Has("questions")) property = "questions";
        var elements = parent.List(property).ToList();
        for (var i = 0; i < elements.Count; i++)
        {
            var element = elements[i];
            _width = WidthOf(elements, i);
            if (element.Text("type") is "panel" or "flowpanel") ReadPanel(element, names, group, section);
            else ReadQuestion(element, names, group, section);
        }
    }

    // Those that do not start a new line share it.
    private static FieldWidth WidthOf(List<SourceElement> elements, int index)
    {
        var (first, last) = (index, index);
        while (first > 0 && index - first < 2 && IsBeside(elements[first])) first--;
        while (last + 1 < elements.Count && last - index < 2 && IsBeside(elements[last + 1])) last++;
        return (last - first) switch { 0 => FieldWidth.Full, 1 => FieldWidth.Half, _ => FieldWidth.Third };
    }

    private static bool IsBeside(SourceElement element) => element.Json.TryGetProperty("startWithNewLine", out var starts) && starts.ValueKind == JsonValueKind.False;

    private void ReadPanel(SourceElement panel, ImmutableArray<string> names, DraftField? group, DraftSection? outer)
    {
        var section = new DraftSection(outer);
        if (panel.Text("visibleIf") is { } visible && Rule(RuleKind.Visible, visible, panel.PathOf("visibleIf")) is { } rule) section.Rules.Add(rule);
        if (IsHidden(panel)) builder.Lost("hidden-field", "Ce groupe est caché dans le fichier : il est montré ici. Supprimez-le ou donnez-lui une condition.", panel.PathOf("visible"));
        var (title, english) = Words(panel, "title");
        var (help, englishHelp) = Words(panel, "description");
        if (title is not null)
        {
            builder.Add(new DraftField(new SectionTitleField { Key = "", Label = title, Help = help, English = Texts(english, englishHelp) }, panel.Path, []), group, section);
        }
        else if (help is not null)
        {
            builder.Add(new DraftField(new InformationField { Key = "", Label = "", Text = help }, panel.Path, []), group, section);
        }

        ReadElements(panel, names, group, section);
        panel.Done(Technical);
    }

    private static FieldTexts? Texts(string? label, string? help) => label is null && help is null ? null : new FieldTexts { Label = label, Help = help };

    /// <summary>A text in French where there is one, on one line, and the English beside it.</summary>
    private (string? Text, string? English) Words(SourceElement source, string property, bool markdown = false)
    {
        var (text, english) = Languages(source, property);
        return (Clean(text), Clean(english));

        string? Clean(string? words)
        {
            if (words is null) return null;
            if (NameInText().IsMatch(words)) builder.Lost("text-template", $"Ce texte contient une réponse à reprendre, qui est montrée telle quelle : « {JsonReading.Short(words)} ». Écrivez un texte fixe.", source.PathOf(property));
            var clean = markdown ? builder.Markdown(words, source.PathOf(property)) : builder.Cut(HtmlText.Line(words), source.PathOf(property));
            return clean.Length == 0 ? null : clean;
        }
    }

    private (string? Text, string? English) Languages(SourceElement source, string property)
    {
        if (source.Any(property) is not { } value) return (null, null);
        if (value.ValueKind != JsonValueKind.Object) return (source.Html(property), null);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in value.EnumerateObject())
        {
            if (SourceElement.TextOf(language.Value) is { Length: > 0 } text) words[language.Name] = text;
        }

        var original = words.GetValueOrDefault("default");
        var french = words.GetValueOrDefault("fr") ?? (_locale.StartsWith("fr", StringComparison.Ordinal) ? original : null);
        var english = words.GetValueOrDefault("en") ?? (_locale.StartsWith("en", StringComparison.Ordinal) ? original : null);
        _lostLanguages.UnionWith(words.Keys.Where(l => l is not ("default" or "fr" or "en")));
        var shown = french ?? original ?? english ?? words.Values.FirstOrDefault();
        return (shown, french is null || english == shown ? null : english);
    }

    private DraftRule? Rule(RuleKind kind, string text, string path)
    {
        if (TermParser.Parse(text, Dialect.Survey) is { } term) return new DraftRule(kind, term, path, text);
        builder.RuleLost(kind, path, text, "cette expression ne peut pas être lue");
        return null;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\{[^{}\s][^{}]{0,100}\}", System.Text.RegularExpressions.RegexOptions.None, 200)]
    private static partial System.Text.RegularExpressions.Regex NameInText();
}
