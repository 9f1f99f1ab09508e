using System.CommandLine;
using System.Text.Json;
using GruBuilder.Forms.Analysis;
using GruBuilder.Forms.Explanations;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Revisions;

namespace GruBuilder.Web.Operations.CommandLine;

/// <summary><c>forms paths</c>, <c>forms diff</c> and <c>forms explain</c>.</summary>
internal static class InsightCommands
{
    public static Command BuildPaths()
    {
        var definition = new Argument<string>("DEFINITION") { Description = "A form definition." };
        var today = Input.TodayOption();
        var command = new Command("paths", "Writes the distinct journeys through a form, each with answers that follow it: {\"count\":n,\"exact\":true,\"journeys\":[{\"pages\",\"end\",\"fields\",\"choices\",\"answers\",\"complete\"}]}.") { definition, today };
        command.SetAction(parsed =>
        {
            var paths = FormPaths.Of(Input.Program(parsed.GetRequiredValue(definition)), Input.Day(parsed.GetValue(today)));
            Write(new
            {
                Count = paths.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Exact = paths.IsExact,
                Journeys = paths.Journeys.Select(j => new { j.Pages, j.End, j.Fields, j.Choices, Answers = JsonElement.Parse(j.Answers), Complete = j.IsComplete }),
            });
            return 0;
        });
        return command;
    }

    public static Command BuildDiff()
    {
        var older = new Argument<string>("OLDER") { Description = "A form definition." };
        var newer = new Argument<string>("NEWER") { Description = "A later version of it." };
        var command = new Command("diff", "Writes what changed in words, and whether answers given with the older version stay valid: {\"valid\":true,\"changes\":[{\"effect\",\"sentence\",\"field\",\"page\"}]}.") { older, newer };
        command.SetAction(parsed =>
        {
            var changes = FormDifference.Between(Input.Program(parsed.GetRequiredValue(older)).Definition, Input.Program(parsed.GetRequiredValue(newer)).Definition);
            Write(new
            {
                Valid = FormDifference.KeepsAnswersValid(changes),
                Changes = changes.Select(c => new { Effect = JsonNamingPolicy.CamelCase.ConvertName(c.Effect.ToString()), c.Sentence, Field = c.FieldKey, Page = c.PageKey }),
            });
            return 0;
        });
        return command;
    }

    public static Command BuildExplain()
    {
        var definition = new Argument<string>("DEFINITION") { Description = "A form definition." };
        var answers = new Argument<string>("ANSWERS") { Description = "Answers, as a JSON object." };
        var key = new Argument<string>("FIELD") { Description = "The key of a field outside groups." };
        var today = Input.TodayOption();
        var command = new Command("explain", "Writes in French why a field is shown, hidden, required, read only or in error: an array of sentences.") { definition, answers, key, today };
        command.SetAction(parsed =>
        {
            var state = Input.Open(parsed.GetRequiredValue(definition), parsed.GetRequiredValue(answers), Input.Day(parsed.GetValue(today)));
            var name = parsed.GetRequiredValue(key);
            if (state.Program.Find(name) is not { Group: null } field) throw new BadInputException($"{name}: the form has no such field outside groups.");
            Write(Explain.Everything(state, new AnswerPlace(field)).Select(e => e.ToString()));
            return 0;
        });
        return command;
    }

    private static void Write(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, FormCommands.Json));
}
