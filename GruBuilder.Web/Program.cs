using GruBuilder.Web.Data;
using GruBuilder.Web.Data.Outbox;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Filling;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Places;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Receipts;
using GruBuilder.Web.Operations;
using GruBuilder.Web.Operations.CommandLine;
using GruBuilder.Web.Shell;

Start.SpeakFrench();
Start.ChooseEnvironment();
if (await Commands.RunAsync(args) is { } exitCode) return exitCode;

var builder = WebApplication.CreateBuilder(args);
// In Production too when run from source; a published application has its files at hand.
builder.WebHost.UseStaticWebAssets();
builder.Services
    .AddGruData(builder.Configuration, builder.Environment)
    .AddMunicipality()
    .AddPlaces(builder.Configuration)
    .AddAccounts()
    .AddCatalogue()
    .AddRequests()
    .AddOutbox()
    .AddReceipts()
    .AddFilling()
    .AddDesigning()
    .AddShell();

var app = builder.Build();
await app.PrepareAsync();
app.UseShell();
app.MapAccounts();
app.MapReceipts();
app.MapFiles();
app.MapImages();
app.MapDesigning();
app.MapShell();
await app.RunAsync();
return 0;

/// <summary>The application's entry point, public so that tests can host it.</summary>
public partial class Program;
