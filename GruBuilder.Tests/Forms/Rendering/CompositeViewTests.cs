using Bunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Places;
using GruBuilder.Forms.Rendering;
using GruBuilder.Forms.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace GruBuilder.Tests.Forms.Rendering;

public class CompositeViewTests : BunitContext
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    public CompositeViewTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    private (IRenderedComponent<FormView> Drawn, FormContext Context) Draw(Field field, string answers = "{}", bool isReadOnly = false)
    {
        var form = FormDefinition.Empty with { Title = "Essai", Pages = [new Page { Key = "p", Title = "P", Fields = [field] }] };
        var state = FormProgram.Compile(form).Open(Today);
        AnswersJson.Read(state, answers);
        var context = new FormContext(state) { ReadOnly = isReadOnly };
        return (Render<FormView>(p => p.Add(v => v.Context, context)), context);
    }

    private static string Answers(FormContext context) => AnswersJson.Write(context.State, includeHidden: true);

    private static void Check(IRenderedComponent<FormView> drawn, FormContext context)
    {
        context.ShowErrors(AnswerValidator.Validate(context.State));
        drawn.Render();
    }

    [Fact]
    public void An_identity_asks_what_its_field_says_and_no_civility_unless_chosen()
    {
        var (drawn, _) = Draw(new IdentityField { Key = "qui", Label = "Vous", Asked = [IdentityPart.GivenNames, IdentityPart.BirthName], IsOwnIdentity = true });
        Assert.Equal(["Prénoms", "Nom de naissance"], drawn.FindAll(".gru-part > label").Select(l => l.TextContent.Trim()));
        Assert.Equal(["given-name", "family-name"], drawn.FindAll("input").Select(i => i.GetAttribute("autocomplete")));
        Assert.Empty(drawn.FindAll("select"));
    }

    [Fact]
    public void An_identity_in_full_takes_each_part()
    {
        var (drawn, context) = Draw(new IdentityField { Key = "qui", Label = "Vous", Asked = [.. Enum.GetValues<IdentityPart>()], IsOwnIdentity = true });
        Assert.Equal("honorific-prefix", drawn.Find("select").GetAttribute("autocomplete"));
        drawn.Find("select").Change("monsieur");
        foreach (var (index, text) in new[] { (1, " Paul  "), (2, "Martin"), (5, "Lille"), (6, "France"), (7, "Française") }) drawn.Find($"#q-qui-{index}").Change(text);
        drawn.Find("#q-qui-4").Change("14");
        drawn.Find("#q-qui-4-1").Change("7");
        drawn.Find("#q-qui-4-2").Change("1986");
        Assert.Equal("""{"qui":{"civility":"monsieur","givenNames":"Paul","birthName":"Martin","birthPlace":"Lille","birthCountry":"France","nationality":"Française","birthDate":"1986-07-14"}}""", Answers(context));
        Assert.Empty(AnswerValidator.Validate(context.State));
    }

    [Fact]
    public void An_error_of_a_part_is_said_at_its_box()
    {
        var (drawn, context) = Draw(new IdentityField { Key = "qui", Label = "Vous", Required = true, Asked = [IdentityPart.GivenNames, IdentityPart.BirthName] }, """{"qui":{"givenNames":"Jeanne"}}""");
        Check(drawn, context);
        var box = drawn.Find("#q-qui-1");
        Assert.Equal("true", box.GetAttribute("aria-invalid"));
        Assert.Contains("nom de naissance", drawn.Find($"#{box.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
        Assert.Null(drawn.Find("#q-qui").GetAttribute("aria-invalid"));
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Context, context).Add(s => s.Errors, context.Errors));
        Assert.Equal("#q-qui-1", summary.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void A_single_commune_of_a_code_is_filled_in_and_several_are_offered()
    {
        Services.AddSingleton<ICommuneFinder>(new Communes());
        var (drawn, context) = Draw(new CommuneField { Key = "ou", Label = "Commune" });
        drawn.Find("#q-ou").Change("59790");
        Assert.Equal("""{"ou":{"postalCode":"59790","city":"Ronchin","inseeCode":"59507"}}""", Answers(context));
        drawn.Find("#q-ou").Change("59175");
        Assert.Equal("""{"ou":{"postalCode":"59175"}}""", Answers(context));
        Assert.Equal(["Choisissez la commune", "Templemars", "Vendeville", "Une autre commune"], drawn.FindAll("option").Select(o => o.TextContent));
        drawn.Find("select").Change("59609");
        drawn.Find("#q-ou").Change("59175");
        Assert.Equal("""{"ou":{"postalCode":"59175","city":"Vendeville","inseeCode":"59609"}}""", Answers(context));
    }

    [Fact]
    public void A_commune_that_the_list_does_not_have_is_typed_by_hand()
    {
        Services.AddSingleton<ICommuneFinder>(new Communes());
        var (drawn, context) = Draw(new CommuneField { Key = "ou", Label = "Commune" });
        drawn.Find("#q-ou").Change("59175");
        drawn.Find("select").Change("other");
        drawn.Find("#q-ou-1-other").Change("Ailleurs");
        drawn.Find("#q-ou").Change("13001");
        Assert.Equal("Ailleurs", drawn.Find("input#q-ou-1").GetAttribute("value"));
        Assert.Equal("""{"ou":{"postalCode":"13001","city":"Ailleurs"}}""", Answers(context));
    }

    [Fact]
    public void Without_a_finder_a_commune_is_typed_by_hand()
    {
        var (drawn, context) = Draw(new CommuneField { Key = "ou", Label = "Commune" });
        drawn.Find("#q-ou").Change("59790");
        drawn.Find("input#q-ou-1").Change("Ronchin");
        Assert.Equal("""{"ou":{"postalCode":"59790","city":"Ronchin"}}""", Answers(context));
    }

    [Fact]
    public async Task A_suggested_address_is_chosen_by_keyboard_and_fills_every_box()
    {
        Services.AddSingleton<IAddressFinder>(new Addresses());
        var (drawn, context) = Draw(new PostalAddressField { Key = "adresse", Label = "Adresse" });
        await drawn.Find("#q-adresse").InputAsync("12 rue");
        Assert.Equal("true", drawn.Find("[role=combobox]").GetAttribute("aria-expanded"));
        Assert.StartsWith("2 adresses", drawn.Find(".gru-combo [role=status]").TextContent, StringComparison.Ordinal);
        await drawn.Find("#q-adresse").KeyDownAsync("ArrowDown");
        await drawn.Find("#q-adresse").KeyDownAsync("ArrowDown");
        Assert.Equal(drawn.FindAll("[role=option]")[1].Id, drawn.Find("#q-adresse").GetAttribute("aria-activedescendant"));
        await drawn.Find("#q-adresse").KeyDownAsync("Enter");
        Assert.Equal("""{"adresse":{"street":"12 Rue Neuve","complement":"","postalCode":"59000","city":"Lille"}}""", Answers(context));
        Assert.Equal("false", drawn.Find("[role=combobox]").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task Escape_puts_suggestions_away_and_what_was_typed_stays()
    {
        Services.AddSingleton<IAddressFinder>(new Addresses());
        var (drawn, context) = Draw(new PostalAddressField { Key = "adresse", Label = "Adresse" });
        await drawn.Find("#q-adresse").InputAsync("12 rue");
        await drawn.Find("#q-adresse").KeyDownAsync("Escape");
        await drawn.Find("#q-adresse").ChangeAsync("12 rue");
        Assert.Equal("false", drawn.Find("[role=combobox]").GetAttribute("aria-expanded"));
        Assert.Contains("\"street\":\"12 rue\"", Answers(context), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_address_puts_the_marker_on_the_map()
    {
        Services.AddSingleton<IAddressFinder>(new Addresses());
        var (drawn, context) = Draw(new MapPlaceField { Key = "lieu", Label = "Lieu" });
        await drawn.Find("#q-lieu").InputAsync("12 rue");
        await drawn.FindAll("[role=option]")[0].ClickAsync();
        Assert.Equal("50.6035", drawn.Find(".gru-map").GetAttribute("data-latitude"));
        Assert.Equal("""{"lieu":{"latitude":50.6035,"longitude":3.0871,"label":"12 Rue du Général Leclerc, 59790 Ronchin"}}""", Answers(context));
        await drawn.Find(".gru-link").ClickAsync();
        Assert.Null(drawn.Find(".gru-map").GetAttribute("data-latitude"));
    }

    [Theory]
    [InlineData("50.6, 3.08", """{"lieu":{"latitude":50.6,"longitude":3.08}}""")]
    [InlineData("50.12345678, -3", """{"lieu":{"latitude":50.123457,"longitude":-3}}""")]
    [InlineData("NaN, 3", "{}")]
    [InlineData("1e9999, 3", "{}")]
    [InlineData("", "{}")]
    public void A_point_comes_from_the_map_as_two_numbers_or_not_at_all(string told, string kept)
    {
        var (drawn, context) = Draw(new MapPlaceField { Key = "lieu", Label = "Lieu" });
        drawn.Find("input[type=hidden]").Change(told);
        Assert.Equal(kept, Answers(context));
    }

    [Fact]
    public void A_signature_is_drawn_or_typed_and_can_be_wiped_off()
    {
        var (drawn, context) = Draw(new SignatureField { Key = "s", Label = "Signature", Required = true });
        drawn.Find("input[type=hidden]").Change("M1 2l3 4\"><script>");
        Assert.Equal("{}", Answers(context));
        drawn.Find("input[type=hidden]").Change("M1 2l3 4");
        Assert.Equal("M1 2l3 4", drawn.Find(".gru-signature path").GetAttribute("d"));
        Assert.Empty(drawn.FindAll("input[type=checkbox]"));
        drawn.Find(".gru-link").Click();
        Assert.Equal("{}", Answers(context));
        drawn.Find("#q-s").Change("Jeanne Dupont");
        drawn.Find("input[type=checkbox]").Change(true);
        Assert.Equal("""{"s":{"name":"Jeanne Dupont","agreed":true}}""", Answers(context));
        Assert.Empty(AnswerValidator.Validate(context.State));
    }

    [Theory]
    [InlineData(false, "radio", """{"avis":{"a":"y"}}""")]
    [InlineData(true, "checkbox", """{"avis":{"a":["x","y"]}}""")]
    public void A_matrix_takes_one_choice_a_row_or_several(bool several, string type, string kept)
    {
        var field = new MatrixField { Key = "avis", Label = "Avis", Several = several, Rows = [new("a", "A"), new("b", "B")], Options = [new("x", "X"), new("y", "Y")] };
        var (drawn, context) = Draw(field, """{"avis":{"b":"x"}}""");
        Assert.Equal(4, drawn.FindAll($"input[type={type}]").Count);
        drawn.Find("#q-avis-option-1").Change(true);
        drawn.Find("#q-avis").Change(true);
        if (!several) drawn.Find("#q-avis-option-1").Change(true);
        context.State.Set("avis", AnswerValue.Of(context.State.Raw(new AnswerPlace(context.State.Program.Fields[0])).AsParts.With("b", default)));
        Assert.Equal(kept, Answers(context));
    }

    [Fact]
    public void Every_choice_of_a_matrix_is_named_by_its_row_and_its_column()
    {
        var field = new MatrixField { Key = "avis", Label = "Avis", Rows = [new("a", "L'accueil"), new("b", "Le délai")], Options = [new("x", "Bien"), new("y", "Mal")] };
        var (drawn, _) = Draw(field);
        var names = drawn.FindAll("input").Select(i => string.Join(" / ", i.GetAttribute("aria-labelledby")!.Split(' ').Select(id => drawn.Find("#" + id).TextContent)));
        Assert.Equal(["L'accueil / Bien", "L'accueil / Mal", "Le délai / Bien", "Le délai / Mal"], names);
    }

    [Fact]
    public void An_answer_that_cannot_be_changed_is_read_in_words_and_pictures()
    {
        Assert.Contains("Jeanne Dupont\nDate de naissance\u00a0: 14 juillet 1986", Text(new IdentityField { Key = "k", Label = "Vous", Asked = [.. Enum.GetValues<IdentityPart>()] }, """{"givenNames":"Jeanne","birthName":"Dupont","birthDate":"1986-07-14"}"""), StringComparison.Ordinal);
        Assert.Contains("L'accueil\u00a0: Bien", Text(new MatrixField { Key = "k", Label = "Avis", Rows = [new("a", "L'accueil")], Options = [new("x", "Bien")] }, """{"a":"x"}"""), StringComparison.Ordinal);
        var (place, _) = Draw(new MapPlaceField { Key = "k", Label = "Lieu" }, """{"k":{"latitude":50.6,"longitude":3.08}}""", isReadOnly: true);
        Assert.Equal("Carte du lieu : 50.6, 3.08", place.Find("[role=img]").GetAttribute("aria-label"));
        var (signature, _) = Draw(new SignatureField { Key = "k", Label = "Signature" }, """{"k":{"strokes":"M1 2l3 4"}}""", isReadOnly: true);
        Assert.Equal("M1 2l3 4", signature.Find("path").GetAttribute("d"));
        Assert.Empty(signature.FindAll("input"));

        string Text(Field field, string answer) => Draw(field, $$"""{"k":{{answer}}}""", isReadOnly: true).Drawn.Find(".gru-answer").TextContent;
    }

    private sealed class Communes : ICommuneFinder
    {
        private static readonly Commune[] All = [new("59790", "Ronchin", "59507"), new("59175", "Templemars", "59585"), new("59175", "Vendeville", "59609")];

        public ValueTask<IReadOnlyList<Commune>> FindAsync(string postalCode, CancellationToken cancellation = default) =>
            ValueTask.FromResult<IReadOnlyList<Commune>>([.. All.Where(c => c.PostalCode == postalCode)]);
    }

    private sealed class Addresses : IAddressFinder
    {
        public Task<IReadOnlyList<AddressSuggestion>> FindAsync(string text, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<AddressSuggestion>>(
        [
            new("12 Rue du Général Leclerc", "59790", "Ronchin", "59507", new MapPoint(50.6035m, 3.0871m)),
            new("12 Rue Neuve", "59000", "Lille", "59350", new MapPoint(50.6366m, 3.0633m)),
        ]);
    }
}
