using Microsoft.Extensions.AI;

namespace Storyteller;

/// <summary>Shows what the model looks up and rolls while one waits for the scene.</summary>
internal static class Lookups
{
    /// <summary>A chat client that calls the tools it is asked to call, and says so.</summary>
    public static ChatClientBuilder UseShownTools(this ChatClientBuilder builder, TextWriter output)
        => builder.UseFunctionInvocation(configure: client =>
        {
            // Enough to look up and roll; more is a model that goes round in circles, at one's own expense.
            client.MaximumIterationsPerRequest = 6;
            client.FunctionInvoker = async (context, cancellationToken) =>
            {
                var arguments = context.Arguments.Select(one => $"{one.Key}={one.Value}");
                await output.WriteLineAsync($"  · {context.Function.Name} {string.Join(' ', arguments)}".TrimEnd());
                return await context.Function.InvokeAsync(context.Arguments, cancellationToken);
            };
        });
}
