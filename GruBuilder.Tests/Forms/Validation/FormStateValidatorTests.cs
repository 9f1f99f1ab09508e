using FluentValidation;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Validation;

public class FormStateValidatorTests
{
    private const string Form = """
        {"schemaVersion":2,"key":"f","title":"F","pages":[{"key":"p","title":"P","fields":[
          {"kind":"number","key":"age","label":"Âge","required":true},
          {"kind":"number","key":"places","label":"Places","checks":[{"holds":{"field":"places","is":"isLessThan","value":100},"message":"C’est beaucoup, êtes-vous sûr ?","warning":true}]}]}]}
        """;

    [Fact]
    public void A_host_adds_its_own_rules_to_those_of_the_form()
    {
        var failures = new HostValidator().Validate(Open("""{"places":3}""")).Errors;

        Assert.Equal(["age", "places"], failures.Select(f => f.PropertyName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_warning_is_told_to_who_asks_for_it_and_blocks_nobody_else()
    {
        var state = Open("""{"age":40,"places":120}""");

        Assert.True(new FormStateValidator().Validate(state).IsValid);
        var warning = Assert.Single(new FormStateValidator(withWarnings: true).Validate(state).Errors);
        Assert.Equal(("places", FluentValidation.Severity.Warning), (warning.PropertyName, warning.Severity));
    }

    private static FormState Open(string answers)
    {
        var state = FormProgram.Compile(DefinitionJson.Read(Form).Definition!).Open(new DateOnly(2026, 11, 25));
        AnswersJson.Read(state, answers);
        return state;
    }

    private sealed class HostValidator : FormStateValidator
    {
        public HostValidator() => RuleFor(state => state).Custom((state, context) =>
        {
            if (state["places"].AsNumber < 5) context.AddFailure("places", "Demandez au moins cinq places.");
        });
    }
}
