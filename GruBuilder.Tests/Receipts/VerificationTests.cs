using System.Net;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Requests.Receipts;

namespace GruBuilder.Tests.Receipts;

/// <summary>What anyone learns of a receipt by its code, and what nobody does.</summary>
[Collection(WebTests.Name)]
public sealed class VerificationTests : IDisposable
{
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_code_tells_what_was_issued_and_nothing_about_the_person()
    {
        var request = await Requests.SendAsync(_app);
        var receipt = Assert.Single(await _app.Get<ReceiptDesk>().OfAsync(request.Id));
        using var visitor = new Visitor(_app);
        await visitor.GoAsync($"/verifier/{receipt.Code.ToLowerInvariant()}");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.All(
            ["a bien délivré un document qui porte ce code", "Accusé de réception", "Signaler un problème sur la voirie", receipt.Fingerprints[0].Sha256, receipt.Code],
            text => Assert.Contains(text, visitor.Text, StringComparison.Ordinal));
        Assert.All(["Camille", "Lefebvre", GruApp.Citizen, request.Number, "Leclerc"], text => Assert.DoesNotContain(text, visitor.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AAAA-AAAA-AAAA")]
    [InlineData("pas-un-code")]
    [InlineData("<script>")]
    public async Task A_code_of_no_document_is_said_to_be_none(string code)
    {
        using var visitor = new Visitor(_app);
        await visitor.GoAsync($"/verifier?code={Uri.EscapeDataString(code)}");
        Assert.Contains("Aucun document de la mairie ne porte ce code.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_compared_and_only_the_towns_own_is_called_so()
    {
        var request = await Requests.SendAsync(_app);
        var desk = _app.Get<ReceiptDesk>();
        var receipt = await desk.AcknowledgementAsync(request.Id);
        var file = await desk.WriteAsync(receipt, request.Answers);
        var other = await Requests.SendAsync(_app);
        var otherFile = await desk.WriteAsync(await desk.AcknowledgementAsync(other.Id), other.Answers);
        Assert.Contains("Oui : c’est le fichier de la mairie, signé et sans aucun changement.", await CompareAsync(receipt.Code, file), StringComparison.Ordinal);
        Assert.Contains("Non : ce n’est pas le fichier", await CompareAsync(receipt.Code, otherFile), StringComparison.Ordinal);
        Assert.Contains("Non : quelque chose a été ajouté", await CompareAsync(receipt.Code, [.. file, 10]), StringComparison.Ordinal);
        Assert.Contains("Choisissez le fichier PDF à comparer.", await CompareAsync(receipt.Code, []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_are_limited()
    {
        using var visitor = new Visitor(_app);
        for (var i = 0; i < VerificationLimit.AttemptsPerMinute; i++) await visitor.GoAsync("/verifier/AAAA-AAAA-AAAA");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        await visitor.GoAsync("/verifier/AAAA-AAAA-AAAC");
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Contains("Attendez une minute", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync("/");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    private async Task<string> CompareAsync(string code, byte[] file)
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var http = new HttpClient(handler) { BaseAddress = _app.Address };
        var page = await http.GetStringAsync(new Uri($"/verifier/{code}", UriKind.Relative));
        using var content = new MultipartFormDataContent();
        foreach (System.Text.RegularExpressions.Match field in System.Text.RegularExpressions.Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            content.Add(new StringContent(WebUtility.HtmlDecode(field.Groups[2].Value)), field.Groups[1].Value);
        }

        using var part = new ByteArrayContent(file);
        content.Add(part, "fichier", "recepisse.pdf");
        using var answer = await http.PostAsync(new Uri($"/verifier/{code}", UriKind.Relative), content);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
