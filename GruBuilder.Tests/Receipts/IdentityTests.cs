using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Receipts;

namespace GruBuilder.Tests.Receipts;

/// <summary>The town's look and signature on its papers, and each department's own.</summary>
[Collection(WebTests.Name)]
public sealed class IdentityTests : IDisposable
{
    private const string Square = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='{0}'/></svg>";
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_departments_logo_colour_and_signatory_come_before_the_towns_and_stay_with_what_was_issued()
    {
        foreach (var (name, colour) in new[] { ("town.svg", "red"), ("roads.svg", "blue") })
        {
            await File.WriteAllTextAsync(Path.Combine(_app.DataDirectory, name), Square.Replace("{0}", colour, StringComparison.Ordinal));
        }

        Write("\"themes\"", "\"papers\": { \"logo\": \"town.svg\", \"signatoryName\": \"Paule Roy\", \"signatoryCapacity\": \"Maire\" }, \"themes\"");
        Write("{ \"key\": \"voirie\",", "{ \"papers\": { \"logo\": \"roads.svg\", \"colour\": \"#7A1F00\" }, \"key\": \"voirie\",");
        var request = await Requests.SendAsync(_app);
        await _app.Get<RequestService>().ChangeStateAsync(request.Id, await _app.PersonAsync(GruApp.RoadAgent), RequestState.Refused, "Non.");

        var decision = (await _app.Get<ReceiptDesk>().OfAsync(request.Id))[1];
        var facts = decision.ReadFacts();
        Assert.Equal("#7A1F00", facts.Town.PrimaryColor);
        Assert.Equal("Paule Roy", facts.Signatory!.Name);
        Assert.Equal(Square.Replace("{0}", "blue", StringComparison.Ordinal), await File.ReadAllTextAsync(Path.Combine(_app.DataDirectory, "logos", facts.Town.Logo!.Sha256)));

        // The file goes, the receipt keeps its logo.
        File.Delete(Path.Combine(_app.DataDirectory, "roads.svg"));
        using var pdf = new TaggedPdf(await _app.Get<ReceiptDesk>().WriteAsync(decision, request.Answers));
        Assert.Contains(pdf.Elements, e => e.Tag == "Figure" && e.Depth == 1);
        Assert.Contains("Paule Roy", pdf.Told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#0B5CAD", "#FFE14D", "identity.primary", "a darker one")]
    [InlineData("#7DB8F2", "#1B2430", "identity.primaryDark", "a lighter one")]
    public void A_colour_in_which_nobody_could_read_stops_the_start_with_a_sentence(string from, string to, string what, string advice)
    {
        Write(from, to);
        var refused = Assert.ThrowsAny<Exception>(() => _app.Address).ToString();
        Assert.Contains(what, refused, StringComparison.Ordinal);
        Assert.Contains(advice, refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#000000", "#FFFFFF", 21)]
    [InlineData("#FFFFFF", "#FFFFFF", 1)]
    [InlineData("#777777", "#FFFFFF", 4.48)]
    public void Contrast_is_counted_as_WCAG_does(string one, string other, double expected) => Assert.Equal(expected, Contrast.Between(one, other), 2);

    private void Write(string from, string to)
    {
        var path = Path.Combine(_app.DataDirectory, "municipality.json");
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
