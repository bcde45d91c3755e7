// A web API over both services: it returns, accepts and binds the models of the SDK as they are, and describes them with OpenAPI.
//   dotnet run                 starts it on a free port over embedded services, calls each endpoint once, and ends
//   dotnet run -- --serve      stays: http://localhost:5080/openapi/v1.json, /health, /campaigns …
// Real services, in the configuration or the environment (Valentina__BaseUrl and so on):
//   Valentina:BaseUrl, Valentina:ApiKey, ClaudeCode:BaseUrl, ClaudeCode:ApiKey, Table:CompanyId, Table:UserId
using WebApi;

var serves = args.Contains("--serve");
await using var services = await EmbeddedServices.StartAsync();
await using var app = TableApi.Build(args, services, serves ? "http://localhost:5080" : "http://127.0.0.1:0");
if (serves)
{
    await app.RunAsync();
    return 0;
}

await app.StartAsync();
return await new Visitor(new Uri(app.Urls.First()), Console.Out).VisitAsync() ? 0 : 1;
