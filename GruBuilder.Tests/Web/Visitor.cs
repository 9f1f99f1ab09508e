using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace GruBuilder.Tests.Web;

/// <summary>Someone with a browser without scripts: keeps cookies, reads pages, fills forms.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(GruApp app) => _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true, CookieContainer = new CookieContainer() }) { BaseAddress = app.Address };

    /// <summary>What the last address answered.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>The address that the last page came from, after redirections.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The last page.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    public string Title => Page.Title ?? "";

    public string Text => Page.Body?.TextContent ?? "";

    public async Task<Visitor> GoAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response);
    }

    public Task<HttpResponseMessage> RawAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>How many bytes an address sends; none is kept.</summary>
    public async Task<long> LengthAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var (buffer, length) = (new byte[64 * 1024], 0L);
        for (int read; (read = await body.ReadAsync(buffer)) > 0;) length += read;
        return length;
    }

    /// <summary>Sends the form that holds the button with this text.</summary>
    public async Task<Visitor> PressAsync(string button, params (string Label, string Value)[] answers)
    {
        var pressed = Page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().Single(b => b.TextContent.Trim() == button);
        var form = (IHtmlFormElement)pressed.Closest("form")!;
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (label, value) in answers)
        {
            var id = form.QuerySelectorAll("label").OfType<IHtmlLabelElement>().Single(l => l.TextContent.Trim() == label).HtmlFor!;
            fields[Page.GetElementById(id)!.GetAttribute("name")!] = value;
        }

        if (pressed.Name is { Length: > 0 }) fields[pressed.Name] = pressed.Value;
        using var content = new FormUrlEncodedContent(fields);
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : Path;
        using var response = await _http.PostAsync(new Uri(_http.BaseAddress!, action), content);
        return await ReadAsync(response);
    }

    /// <summary>Signs in as someone of the demonstration.</summary>
    public async Task<Visitor> SignInAsAsync(string email)
    {
        await GoAsync("/connexion");
        var button = Page.QuerySelectorAll("button[name=compte]").Single(b => b.GetAttribute("value") == email);
        return await PressAsync(button.TextContent.Trim());
    }

    public void Dispose() => _http.Dispose();

    private async Task<Visitor> ReadAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Path = response.RequestMessage!.RequestUri!.PathAndQuery;
        var html = await response.Content.ReadAsStringAsync();
        Page = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address(response.RequestMessage.RequestUri.ToString()));
        return this;
    }
}
