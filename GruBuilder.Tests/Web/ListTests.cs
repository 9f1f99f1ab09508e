using System.Text;
using GruBuilder.Web.Features.Municipality.Lists;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GruBuilder.Tests.Web;

public sealed class ListTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gru-lists-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("value;label;parent\nr;Ronchin;59\na;\"Arras; la \"\"grande\"\"\";62\n")]
    [InlineData("value,label,parent\r\nr,Ronchin,59\r\n\r\na,\"Arras; la \"\"grande\"\"\",62")]
    [InlineData("\uFEFFparent\tvalue\tlabel\n59\tr\tRonchin\n62\ta\tArras; la \"grande\"\n62\ta\tencore\n\t\tsans valeur")]
    public void A_table_reads_whatever_parts_its_columns(string text)
    {
        var rows = ListTable.Read(text);
        Assert.Equal(["r", "a"], rows.Select(r => r.Value));
        Assert.Equal("Arras; la \"grande\"", rows[1].Label);
        Assert.Equal(["59", "62"], rows.Select(r => r.Parent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nom;prenom\na;b")]
    public void A_table_without_its_heading_says_so(string text) =>
        Assert.Contains("value", Assert.Throws<FormatException>(() => ListTable.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("../secret")]
    [InlineData("absente")]
    [InlineData("")]
    public void A_name_that_is_no_list_finds_nothing(string name)
    {
        File.WriteAllText(Path.Combine(_folder, "..", Path.GetFileName(_folder) + ".csv"), "value\na");
        Assert.Null(Folder().Find(name));
        File.Delete(Path.Combine(_folder, "..", Path.GetFileName(_folder) + ".csv"));
    }

    [Fact]
    public void A_file_that_changes_is_read_again_and_one_that_breaks_leaves_what_was()
    {
        var lists = Folder();
        var file = Path.Combine(_folder, "ecoles.csv");
        Write(file, "value\na", 1);
        var first = lists.Find("ecoles");
        Assert.Same(first, lists.Find("ecoles"));
        Write(file, "value\na\nb", 2);
        Assert.Equal(2, lists.Find("ecoles")!.Rows.Length);
        Write(file, "nothing", 3);
        Assert.Equal(2, lists.Find("ecoles")!.Rows.Length);
        Assert.Equal(["ecoles"], lists.Names);
    }

    [Fact]
    public async Task A_list_from_the_web_is_kept_when_its_address_fails()
    {
        var answer = """{ "results": [ { "code": "59507", "nom": "Ronchin", "dep": { "code": 59 } } ] }""";
        await using var server = await ServeAsync(http => http.Response.WriteAsync(answer));
        File.WriteAllText(Path.Combine(_folder, "communes.json"), $$"""{ "url": "{{server.Urls.First()}}/communes", "items": "results", "value": "code", "label": "nom", "parent": "dep.code", "refreshMinutes": 1 }""");
        var time = new Clock();
        var lists = Folder();
        using var fetcher = new ListFetcher(lists, Clients(), time, NullLogger<ListFetcher>.Instance);
        await fetcher.FetchDueAsync(default);
        var row = Assert.Single(lists.Find("communes")!.Rows);
        Assert.Equal(("59507", "Ronchin", "59"), (row.Value, row.Label, row.Parent));

        answer = "<html>";
        time.Now += TimeSpan.FromHours(1);
        await fetcher.FetchDueAsync(default);
        Assert.Single(lists.Find("communes")!.Rows);
        Assert.Single(Folder().Find("communes")!.Rows);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_not_taken()
    {
        await using var server = await ServeAsync(http => http.Response.WriteAsync($"[\"{new string('a', ListFolder.MostBytes)}\"]"));
        File.WriteAllText(Path.Combine(_folder, "gros.json"), $$"""{ "url": "{{server.Urls.First()}}/", "value": "x" }""");
        var lists = Folder();
        using var fetcher = new ListFetcher(lists, Clients(), TimeProvider.System, NullLogger<ListFetcher>.Instance);
        await fetcher.FetchDueAsync(default);
        Assert.Null(lists.Find("gros"));
    }

    [Theory]
    [InlineData("""{ "url": "file:///etc/passwd", "value": "x" }""")]
    [InlineData("""{ "url": "ftp://exemple.fr/x", "value": "x" }""")]
    [InlineData("""{ "url": "/relative", "value": "x" }""")]
    [InlineData("""{ "value": "x" }""")]
    [InlineData("""{ "url": "https://exemple.fr", "value": "x", "refreshMinutes": 0 }""")]
    public void Only_web_addresses_are_taken(string json) => Assert.Throws<FormatException>(() => ListAddress.Read(json));

    private ListFolder Folder() => new(_folder, NullLogger<ListFolder>.Instance);

    private static void Write(string file, string text, int hour)
    {
        File.WriteAllText(file, text, Encoding.UTF8);
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 11, 25, hour, 0, 0, DateTimeKind.Utc));
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }

    private static IHttpClientFactory Clients()
    {
        var services = new ServiceCollection();
        services.AddHttpClient(ListFetcher.Client, ListFetcher.Bound);
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
