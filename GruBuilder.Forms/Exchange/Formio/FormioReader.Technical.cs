using System.Collections.Frozen;

namespace GruBuilder.Forms.Exchange;

/// <content>What concerns looks and technique only, and what Form.io writes into every component.</content>
internal sealed partial class FormioReader
{
    private static readonly FrozenSet<string> FormOnly = FrozenSet.Create(
        StringComparer.Ordinal,
        "_id", "_vid", "type", "tags", "owner", "access", "submissionAccess", "created", "modified", "machineName", "project", "settings", "properties", "path", "name", "title", "display", "controller", "revisions", "fieldMatchAccess", "form",
        "submissionRevisions", "esign", "publishedLanguages", "published", "publishedBy", "changedProps", "id", "skjemanummer", "globalSettings", "pdfComponents", "shortcuts", "parent", "roles", "plan", "status", "revision", "publishedAt");

    private static readonly FrozenSet<string> Technical = FrozenSet.Create(
        StringComparer.Ordinal,
        "id", "key", "type", "input", "tableView", "navId", "attributes", "attrs", "overlay", "style", "customClass", "className", "labelPosition", "labelWidth", "labelMargin", "optionsLabelPosition", "inputsLabelPosition", "hideInputLabels", "hideLabel",
        "tabindex", "autofocus", "dbIndex", "properties", "tags", "allowMultipleMasks", "displayMask", "applyMaskOn", "showCharCount", "showWordCount", "spellcheck", "protected", "encrypted", "modalEdit", "dataGridLabel", "widget",
        "refreshOn", "refreshOnChange", "redrawOn", "clearOnRefresh", "validateOn", "calculateServer", "addons", "inputType", "inputFormat", "shortcut", "page", "size", "fieldSize", "fieldSet", "offset", "push", "pull", "currentWidth", "width", "height", "autoAdjust",
        "theme", "block", "leftIcon", "rightIcon", "breadcrumb", "breadcrumbClickable", "buttonSettings", "navigateOnEnter", "saveOnEnter", "scrollToTop", "collapsible", "collapsed", "hideOnChildrenHidden", "tree", "lazyLoad", "lockKey", "isNew", "keyModified",
        "editor", "wysiwyg", "fixedSize", "autoExpand", "rows", "delimiter", "requireDecimal", "truncateMultipleSpaces", "currency", "inline", "searchEnabled", "searchField", "minSearch", "fuseOptions", "ignoreCache", "limit", "idPath", "template", "dataType", "selectThreshold",
        "selectFields", "readOnlyValue", "uniqueOptions", "customOptions", "useExactSearch", "searchThreshold", "indexeddb", "valueProperty", "filter", "sort", "authenticate", "onlyAvailableItems", "unifiedSearch", "reference", "displayInTimezone", "useLocaleSettings", "allowInput", "format", "timezone",
        "datepickerMode", "yearRows", "yearColumns", "startingDay", "showWeeks", "minMode", "maxMode", "initDate", "mode", "searchDebounce", "disableLimit", "enableDate", "timePicker", "dayFirst", "dateFirst", "displayFormat", "defaultDate", "shortcutButtons", "strictDateValidation", "dataFormat", "switchToManualMode", "disableClearIcon", "manualModeViewString", "provider", "providerOptions", "enableManualMode",
        "storage", "url", "dir", "options", "privateDownload", "imageSize", "webcam", "webcamSize", "uploadOnly", "reorder", "addAnother", "addAnotherPosition", "layoutFixed", "enableRowGroups", "initEmpty", "rowDrafts", "openWhenEmpty", "modal", "inlineEdit", "templates", "removeRow", "saveRow",
        "numRows", "numCols", "striped", "bordered", "hover", "condensed", "cellAlignment", "cloneRows", "header", "caption", "verticalLayout", "tag", "action", "disableOnInvalid", "event", "showValidations", "state", "nextPage", "errorLabel", "tooltip",
        "descriptionPosition", "additionalDescription", "isUseForCopy", "useOriginalRevision", "subtype", "inputMaskPlaceholderChar", "penColor", "backgroundColor", "minWidth", "maxWidth", "footer", "customPrivate", "allowCalculateOverride", "step", "integer", "image", "revision", "name", "legend");

    /// <summary>What every export holds unless somebody changed it.</summary>
    private static readonly (string Name, string Value)[] Defaults =
    [
        ("clearOnHide", "true"), ("persistent", "true"), ("multiple", "false"), ("unique", "false"), ("hidden", "false"), ("disabled", "false"), ("case", "mixed"), ("validateOn", "change"), ("labelPosition", "top"), ("dataSrc", "values"),
    ];

    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["radiopanel"] = "radio", ["simpleradios"] = "radio", ["simpleradioadvanced"] = "radio", ["navCheckbox"] = "checkbox", ["navDatepicker"] = "navDatepicker", ["alertstripe"] = "content", ["simplephonenumber"] = "phoneNumber", ["simplephonenumberadvanced"] = "phoneNumber", ["simpleselectboxes"] = "selectboxes",
        ["simpleselectboxesadvanced"] = "selectboxes", ["simplecols2"] = "columns", ["simplecols3"] = "columns", ["simplecols4"] = "columns", ["simpleheading"] = "htmlelement", ["simpleparagraph"] = "content", ["simplebtnsubmit"] = "button", ["simplebtnreset"] = "button",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
