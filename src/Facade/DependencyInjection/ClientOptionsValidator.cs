using Microsoft.Extensions.Options;

namespace Valentina.DependencyInjection;

/// <summary>Tells everything that is wrong with the options of a client, when the host starts.</summary>
internal sealed class ClientOptionsValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : ClientOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var problems = options.FindProblems();
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(problem => $"{Client(name)}: {problem}"));
    }

    /// <summary>Which client of several is meant: the name of its options is its key.</summary>
    public static string Client(string? name)
        => string.IsNullOrEmpty(name) ? typeof(TOptions).Name : $"{typeof(TOptions).Name} of the client '{name}'";
}
