using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <content>The answers of choices.</content>
internal sealed partial class FormioReader
{
    private ImmutableArray<Option> SelectOptions(SourceElement source, string label)
    {
        var origin = source.Text("dataSrc") ?? "values";
        if (source.Object("data") is not { } data) return [];
        if (origin == "values") return OptionList(data, "values");
        if (origin == "json" && data.Any("json") is { ValueKind: JsonValueKind.Array } list) return Listed(source, list);
        builder.Lost("options-not-carried", $"« {JsonReading.Short(label)} » : les réponses viennent d'ailleurs (« {JsonReading.Short(origin)} » {JsonReading.Short(data.Text("url") ?? data.Text("custom") ?? data.Text("resource") ?? "")}). Ajoutez-les à la main ou choisissez une liste de référence.", source.PathOf("data"));
        return [];
    }

    private static ImmutableArray<Option> Listed(SourceElement source, JsonElement list)
    {
        var valueName = source.Text("valueProperty") is { Length: > 0 } named ? named : "value";
        var options = ImmutableArray.CreateBuilder<Option>();
        foreach (var item in list.EnumerateArray())
        {
            var isObject = item.ValueKind == JsonValueKind.Object;
            var value = isObject ? item.TryGetProperty(valueName, out var stored) ? SourceElement.TextOf(stored) : null : SourceElement.TextOf(item);
            var text = isObject ? new[] { "label", "name", "title" }.Select(n => item.TryGetProperty(n, out var shown) ? SourceElement.TextOf(shown) : null).FirstOrDefault(t => t is not null) : value;
            options.Add(new Option(value ?? text ?? "", HtmlText.Line(text ?? value ?? "")));
        }

        return options.ToImmutable();
    }

    private ImmutableArray<Option> OptionList(SourceElement source, string property)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        foreach (var value in source.List(property))
        {
            options.Add(new Option(value.Text("value") ?? "", Words(value, "label") ?? "", Help(value)));
            value.Done(Technical);
        }

        return options.ToImmutable();
    }
}
