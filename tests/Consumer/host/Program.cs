using host;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddValentina(builder.Configuration.GetSection("Valentina"));
builder.Services.AddClaudeCode(builder.Configuration.GetSection("ClaudeCode"));
builder.Services.AddHostedService<Worker>();
builder.Build().Run();
