using GruBuilder.Forms.Places;
using GruBuilder.Web.Features.Places;
using Microsoft.AspNetCore.Hosting;

namespace GruBuilder.Tests.Web;

public class PlacesTests
{
    [Fact]
    public async Task The_towns_file_names_the_communes_of_a_code()
    {
        using var app = new GruApp();
        File.Copy(Path.Combine(GruApp.RepositoryRoot, "data", "communes.csv"), Path.Combine(app.DataDirectory, "communes.csv"));
        var finder = app.Get<ICommuneFinder>();
        Assert.Equal([new Commune("59790", "Ronchin", "59507")], await finder.FindAsync("59790"));
        Assert.Equal(["Anstaing", "Chéreng", "Gruson", "Tressin"], (await finder.FindAsync("59152")).Select(c => c.Name));
        Assert.Empty(await finder.FindAsync("13001"));
    }

    [Fact]
    public async Task A_file_with_broken_lines_gives_the_others_and_no_file_gives_none()
    {
        using var app = new GruApp();
        await File.WriteAllTextAsync(Path.Combine(app.DataDirectory, "communes.csv"), "postalCode;name;inseeCode\n59790;Ronchin;59507\n;;\n59790\n00000;Nulle part;99999\n");
        Assert.Single(await app.Get<ICommuneFinder>().FindAsync("59790"));
        using var other = new GruApp();
        Assert.Empty(await other.Get<ICommuneFinder>().FindAsync("59790"));
    }

    [Fact]
    public async Task Every_line_of_the_towns_file_is_read()
    {
        using var app = new GruApp();
        var lines = await File.ReadAllLinesAsync(Path.Combine(GruApp.RepositoryRoot, "data", "communes.csv"));
        File.Copy(Path.Combine(GruApp.RepositoryRoot, "data", "communes.csv"), Path.Combine(app.DataDirectory, "communes.csv"));
        var finder = app.Get<ICommuneFinder>();
        var count = 0;
        foreach (var code in lines.Skip(1).Select(l => l[..5]).Distinct(StringComparer.Ordinal)) count += (await finder.FindAsync(code)).Count;
        Assert.Equal(lines.Length - 1, count);
    }

    [Fact]
    public async Task A_page_may_load_pictures_from_where_the_tiles_are_and_over_a_safe_line_only()
    {
        using var app = new TileApp("https://tiles.exemple.fr/{z}/{x}/{y}.png");
        using var client = new HttpClient { BaseAddress = app.Address };
        var policy = (await client.GetAsync(new Uri("/", UriKind.Relative))).Headers.GetValues("Content-Security-Policy").Single();
        Assert.EndsWith("img-src 'self' data: blob: https: https://tiles.exemple.fr", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://tiles.exemple.fr/{z}/{x}.png")]
    [InlineData("tiles/{z}/{x}/{y}.png")]
    [InlineData("https://tiles.exemple.fr;script-src *//{z}/{x}/{y}")]
    [InlineData("javascript:/{z}/{x}/{y}")]
    public void Tiles_from_nowhere_stop_the_start(string tiles) => Assert.False(new MapOptions { Tiles = tiles }.IsUsable);

    private sealed class TileApp(string tiles) : GruApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Map:Tiles", tiles);
        }
    }
}
