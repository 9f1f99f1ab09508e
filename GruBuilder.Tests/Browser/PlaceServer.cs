using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GruBuilder.Tests.Browser;

/// <summary>Plays the Base Adresse Nationale and a server of map tiles.</summary>
internal sealed class PlaceServer : IAsyncDisposable
{
    private const string Addresses = """
        {"features":[
          {"geometry":{"coordinates":[3.0871,50.6035]},"properties":{"name":"12 Rue du Général Leclerc","postcode":"59790","city":"Ronchin","citycode":"59507"}},
          {"geometry":{"coordinates":[3.0633,50.6366]},"properties":{"name":"12 Rue Neuve","postcode":"59000","city":"Lille","citycode":"59350"}}]}
        """;

    private readonly WebApplication _server;
    private int _tiles;

    private PlaceServer(WebApplication server) => _server = server;

    public string Address => _server.Urls.First();

    /// <summary>Tiles that were asked for.</summary>
    public int Tiles => _tiles;

    public static async Task<PlaceServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var server = new PlaceServer(builder.Build());
        server._server.MapGet("/search/", () => Results.Text(Addresses, "application/json"));
        server._server.MapGet("/{z}/{x}/{y}.svg", (int z, int x, int y) =>
        {
            Interlocked.Increment(ref server._tiles);
            return Results.Text(Tile(z, x, y), "image/svg+xml");
        });
        await server._server.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static string Tile(int z, int x, int y) => $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#eef2e6"/><path d="M0 {40 + (x % 5 * 30)}L256 {90 + (y % 4 * 30)}M{60 + (y % 3 * 40)} 0V256" stroke="#fff" stroke-width="14"/><path d="M0 0H256V256" fill="none" stroke="#ccd" stroke-width="1"/><text x="12" y="28" font-size="16" fill="#778">{z}/{x}/{y}</text></svg>
        """;
}
