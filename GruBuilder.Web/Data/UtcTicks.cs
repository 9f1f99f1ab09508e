using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GruBuilder.Web.Data;

/// <summary>Keeps moments as ticks in universal time: SQLite can order and compare them.</summary>
public sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
