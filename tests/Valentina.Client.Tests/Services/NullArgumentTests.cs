using System.Reflection;
using Valentina.ClaudeCode;
using Valentina.Client.Tests.Connection;
using Valentina.SpecTool.Coverage.Probing;

namespace Valentina.Client.Tests.Services;

/// <summary>A null where something is needed is refused by name before anything is sent, by every method in both styles.</summary>
public sealed class NullArgumentTests
{
    [Fact]
    public async Task Every_method_of_every_service_refuses_a_null()
    {
        var probed = Probed.Make();
        var errors = new List<string>();
        foreach (var method in probed.Methods)
        {
            foreach (var called in new[] { method.Asynchronous, method.Synchronous! })
            {
                errors.AddRange(await ErrorsAsync(method.Service, called));
            }
        }

        errors.Should().BeEmpty();
        probed.Recorder.Take().Should().BeEmpty("nothing may be sent");
    }

    [Fact]
    public async Task Every_method_of_the_completion_client_refuses_a_null()
    {
        using var handler = StubHandler.Always(() => throw new InvalidOperationException("sent"));
        using var client = new ClaudeCodeClient(
            new ClaudeCodeOptions { BaseUrl = "http://claude.test", ApiKey = "a-key-of-the-tests" }, handler);
        var errors = new List<string>();
        foreach (var called in typeof(ClaudeCodeClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName))
        {
            errors.AddRange(await ErrorsAsync(client, called));
        }

        errors.Should().BeEmpty();
        handler.Sent.Should().BeEmpty("nothing may be sent");
    }

    private static async Task<List<string>> ErrorsAsync(object service, MethodInfo method)
    {
        var errors = new List<string>();
        var nullability = new NullabilityInfoContext();
        foreach (var parameter in method.GetParameters().Where(parameter => !parameter.IsOptional && !parameter.ParameterType.IsValueType))
        {
            // No list of things to embed is as good as an empty one.
            if (parameter.Name == "include" || nullability.Create(parameter).WriteState == NullabilityState.Nullable)
            {
                continue;
            }

            var arguments = new Arguments().For(method);
            arguments[parameter.Position] = null;
            var thrown = await CatchAsync(service, method, arguments);
            if (thrown is not (ArgumentException or RequestValidationException))
            {
                errors.Add(
                    $"{method.DeclaringType!.Name}.{method.Name}({parameter.Name}: null) gave {thrown?.GetType().Name ?? "nothing"}");
            }
        }

        return errors;
    }

    private static async Task<Exception?> CatchAsync(object service, MethodInfo method, object?[] arguments)
    {
        try
        {
            if (typeof(Task).IsAssignableFrom(method.ReturnType)
                || method.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal))
            {
                await MethodCall.CallAsync(service, method, arguments);
            }
            else
            {
                MethodCall.Call(service, method, arguments);
            }

            return null;
        }
        catch (TargetInvocationException ex)
        {
            return ex.InnerException;
        }
        catch (Exception ex)
        {
            return ex;
        }
    }
}
