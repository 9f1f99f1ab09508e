using System.Diagnostics;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Places;
using GruBuilder.Web.Features.Places;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GruBuilder.Tests.Web;

public sealed class AddressFinderTests : IAsyncDisposable
{
    private const string Answer = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","geometry":{"type":"Point","coordinates":[3.0871234,50.6035]},"properties":{"label":"12 Rue du Général Leclerc 59790 Ronchin","name":"12 Rue du Général Leclerc","postcode":"59790","city":"Ronchin","citycode":"59507"}},
          {"type":"Feature","geometry":{"type":"Point","coordinates":["trois",50]},"properties":{"name":"Sans point","city":"Ronchin"}},
          {"type":"Feature","properties":{"name":"Sans lieu","city":"Ronchin"}},
          {"type":"Feature","geometry":{"coordinates":[3,50]},"properties":{"name":["rue"],"city":"Ronchin"}}]}
        """;

    private readonly WebApplication _register;
    private readonly List<string> _asked = [];
    private Func<HttpContext, Task> _respond = http => http.Response.WriteAsync(Answer);

    public AddressFinderTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        _register = builder.Build();
        _register.MapGet("/geocodage/search/", http =>
        {
            lock (_asked) _asked.Add(http.Request.QueryString.Value!);
            return _respond(http);
        });
        _register.Start();
    }

    public async ValueTask DisposeAsync() => await _register.DisposeAsync();

    private ServiceProvider Services(string? url = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Addresses:Url", url ?? _register.Urls.First() + "/geocodage")]).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddPlaces(configuration).BuildServiceProvider();
    }

    [Fact]
    public async Task It_gives_street_codes_and_point_and_leaves_out_what_it_cannot_read()
    {
        await using var services = Services();
        var found = await services.GetRequiredService<IAddressFinder>().FindAsync("12 rue du Gén");
        Assert.Equal(new AddressSuggestion("12 Rue du Général Leclerc", "59790", "Ronchin", "59507", new MapPoint(50.6035m, 3.087123m)), Assert.Single(found));
        Assert.Equal("?q=12%20rue%20du%20G%C3%A9n&limit=5&autocomplete=1", Assert.Single(_asked));
    }

    [Fact]
    public async Task The_same_text_is_asked_once()
    {
        await using var services = Services();
        var finder = services.GetRequiredService<IAddressFinder>();
        await finder.FindAsync("12 rue du Gén");
        Assert.Single(await finder.FindAsync("  12  RUE du Gén "));
        Assert.Single(_asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru")]
    [InlineData("!!!!")]
    public async Task Too_little_is_not_asked(string text)
    {
        await using var services = Services();
        Assert.Empty(await services.GetRequiredService<IAddressFinder>().FindAsync(text));
        Assert.Empty(_asked);
    }

    [Theory]
    [InlineData("ce n'est pas du JSON")]
    [InlineData("[]")]
    [InlineData("""{"features":[1,null,{"properties":[],"geometry":1}]}""")]
    [InlineData("""{"features":{"a":1}}""")]
    [InlineData("""{"features":[{"geometry":{"coordinates":[1e400,2]},"properties":{}}]}""")]
    public async Task Garbage_finds_nothing(string answer)
    {
        _respond = http => http.Response.WriteAsync(answer);
        await using var services = Services();
        Assert.Empty(await services.GetRequiredService<IAddressFinder>().FindAsync("12 rue du Gén"));
    }

    [Fact]
    public async Task A_failure_finds_nothing_and_is_asked_again()
    {
        _respond = http =>
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        await using var services = Services();
        var finder = services.GetRequiredService<IAddressFinder>();
        Assert.Empty(await finder.FindAsync("12 rue du Gén"));
        _respond = http => http.Response.WriteAsync(Answer);
        Assert.Single(await finder.FindAsync("12 rue du Gén"));
    }

    [Fact]
    public async Task A_flood_finds_nothing()
    {
        _respond = http => http.Response.WriteAsync(new string(' ', 1_000_000) + Answer);
        await using var services = Services();
        Assert.Empty(await services.GetRequiredService<IAddressFinder>().FindAsync("12 rue du Gén"));
    }

    [Fact]
    public async Task A_slow_register_is_given_up()
    {
        var done = new TaskCompletionSource();
        _respond = _ => done.Task;
        await using var services = Services();
        var watch = Stopwatch.StartNew();
        Assert.Empty(await services.GetRequiredService<IAddressFinder>().FindAsync("12 rue du Gén"));
        done.SetResult();
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Nobody_there_finds_nothing()
    {
        await using var services = Services("http://127.0.0.1:1");
        Assert.Empty(await services.GetRequiredService<IAddressFinder>().FindAsync("12 rue du Gén"));
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_so()
    {
        await using var services = Services();
        using var cancellation = new CancellationTokenSource();
        _respond = async _ => await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.GetRequiredService<IAddressFinder>().FindAsync("12 rue du Gén", cancellation.Token));
    }

    [Fact]
    public void Without_an_address_nothing_completes()
    {
        using var services = Services("");
        Assert.Empty(services.GetServices<IAddressFinder>());
    }
}
