using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Places;

/// <summary>What maps are drawn on. The host may register one; without, a grid stands in.</summary>
/// <param name="Tiles">The address of a tile with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; empty for the grid.</param>
/// <param name="Attribution">Who made the tiles.</param>
/// <param name="Center">Where a map begins when its field says nothing.</param>
public sealed record MapGround(string Tiles, string Attribution, MapPoint Center);
