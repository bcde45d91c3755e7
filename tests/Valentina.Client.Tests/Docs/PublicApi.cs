using System.Reflection;
using System.Text.RegularExpressions;
using Valentina.Testing;

namespace Valentina.Client.Tests.Docs;

/// <summary>Looks up what a page names, such as <c>acting.Campaign(campaignId).Books.GetAsync(bookId)</c>, in the public API.</summary>
internal static partial class PublicApi
{
    private const BindingFlags Everything = BindingFlags.Public
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly Dictionary<string, Type> Variables = new()
    {
        ["client"] = typeof(ValentinaClient),
        ["company"] = typeof(ValentinaClient).GetMethod(nameof(ValentinaClient.ForCompany))!.ReturnType,
        ["acting"] = typeof(ValentinaClient).GetMethod(nameof(ValentinaClient.ActingAs))!.ReturnType,
        ["fake"] = typeof(FakeValentina),
        ["services"] = typeof(Microsoft.Extensions.DependencyInjection.ValentinaServiceCollectionExtensions),
    };

    private static readonly ILookup<string, Type> Types = new[]
    {
        typeof(ValentinaClient), typeof(FakeValentina), typeof(Microsoft.Extensions.Logging.ILoggerFactory), typeof(object)
    }
        .SelectMany(type => type.Assembly.GetExportedTypes())
        .ToLookup(type => type.Name.Split('`')[0]);

    /// <summary>Why the code does not fit the public API; null when it does.</summary>
    public static string? ErrorOf(string code) => Resolve(code, out _);

    /// <summary>The last method that the code calls; null when it calls none.</summary>
    public static MethodInfo? MethodOf(string code) => Resolve(code, out var method) is null ? method : null;

    private static string? Resolve(string code, out MethodInfo? method)
    {
        method = null;
        var steps = Step().Matches(code).ToArray();
        var root = steps[0].Groups["name"].Value;
        var error = $"{code}: there is no type '{root}'";
        foreach (var type in Variables.TryGetValue(root, out var variable) ? [variable] : Types[root])
        {
            if (Follow(type, steps[1..], out method) is not { } broken)
            {
                return null;
            }

            error = $"{code}: {broken}";
        }

        return error;
    }

    private static string? Follow(Type type, Match[] steps, out MethodInfo? method)
    {
        method = null;
        foreach (var step in steps)
        {
            var name = step.Groups["name"].Value;
            if (step.Groups["call"].Success)
            {
                string[] arguments = [.. step.Groups["arguments"].Value.Split(
                    ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
                method = MethodsOf(type, name).FirstOrDefault(m => arguments.All(m.GetParameters().Select(p => p.Name).Contains));
                if (method is null)
                {
                    return $"{type.Name} has no method {name}({string.Join(", ", arguments)})";
                }

                type = method.ReturnType;
            }
            else if (MemberType(type, name) is { } member)
            {
                type = member;
            }
            else
            {
                return $"{type.Name} has no {name}";
            }
        }

        return null;
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type type, string name)
        => type.GetMember(name, MemberTypes.Method, Everything).Cast<MethodInfo>();

    private static Type? MemberType(Type type, string name) => type.GetMember(name, Everything).FirstOrDefault() switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo field => field.FieldType,
        MethodInfo method => method.ReturnType,
        _ => null,
    };

    [GeneratedRegex(@"(?<name>[A-Za-z_]\w*)(?:<[^>]*>)?(?<call>\((?<arguments>[^()]*)\))?")]
    private static partial Regex Step();
}
