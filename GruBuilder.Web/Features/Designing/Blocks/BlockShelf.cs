using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Web.Features.Designing.Blocks;

/// <summary>The library as one person uses it while drawing.</summary>
internal sealed class BlockShelf : IBlockLibrary
{
    private readonly BlockDesk _desk;
    private readonly ClaimsPrincipal _person;

    private BlockShelf(BlockDesk desk, ClaimsPrincipal person, ImmutableArray<FormBlock> blocks) => (_desk, _person, Blocks) = (desk, person, blocks);

    public ImmutableArray<FormBlock> Blocks { get; private set; }

    public static async Task<IBlockLibrary> OfAsync(BlockDesk desk, ClaimsPrincipal person) => new BlockShelf(desk, person, await desk.ListAsync(person));

    public async Task<string?> KeepAsync(string name, Clip clip)
    {
        var problem = await _desk.AddAsync(_person, name, clip);
        Blocks = await _desk.ListAsync(_person);
        return problem;
    }

    public string? AddressOf(string key) => BlockDesk.MayChange(_person) ? $"/agent/blocs/{key}" : null;
}
