using Microsoft.Extensions.Options;
using Valentina;
using Valentina.ClaudeCode;

namespace WebApi;

/// <summary>Puts the API together.</summary>
public static class TableApi
{
    /// <summary>Builds it; what the configuration does not say of the services comes from the embedded ones.</summary>
    public static WebApplication Build(string[] args, EmbeddedServices embedded, string url)
    {
        ArgumentNullException.ThrowIfNull(embedded);
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (builder.Configuration["Valentina:BaseUrl"] is null)
        {
            builder.Configuration.AddInMemoryCollection(embedded.Settings);
        }

        builder.Services.AddValentina(builder.Configuration.GetSection("Valentina"));
        builder.Services.AddClaudeCode(builder.Configuration.GetSection("ClaudeCode"));
        builder.Services.Configure<TableSettings>(builder.Configuration.GetSection("Table"));
        builder.Services.AddSingleton(Table);
        builder.Services.AddHealthChecks().AddValentina().AddClaudeCode();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ServiceFailures>();

        // The one line that shows the models in the document.
        builder.Services.AddOpenApi(options => options.AddValentinaModels());

        var app = builder.Build();
        app.UseExceptionHandler();
        app.MapOpenApi();
        app.MapHealthChecks("/health");
        app.MapTable();
        app.MapPost("/ask", (ClaudeCodeClient claude, List<Valentina.ClaudeCode.Models.ChatMessage> messages, CancellationToken stop)
            => claude.CompleteAsync(messages, cancellationToken: stop));
        return app;
    }

    /// <summary>The company and the acting user of every call.</summary>
    private static CompanyScope Table(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<TableSettings>>().Value;
        return services.GetRequiredService<ValentinaClient>().ForCompany(settings.CompanyId).ActingAs(settings.UserId);
    }
}
