using GruBuilder.Web.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGruData(builder.Configuration, builder.Environment);
var app = builder.Build();
await app.Services.MigrateAsync();
await app.RunAsync();

/// <summary>The application's entry point, public so that tests can host it.</summary>
public partial class Program;
