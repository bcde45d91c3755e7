using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Valentina.SpecTool.Coverage.Probing;

/// <summary>
/// Makes a value for any parameter or member of the SDK: every member of a model is set, texts tell whose they are, and no two ids
/// are equal, so that whatever arrives in the wrong place shows.
/// </summary>
/// <param name="areLean">Whether models have only the members that they require.</param>
internal sealed class Arguments(bool areLean = false)
{
    private const int Depth = 6;

    private static readonly DateTimeOffset Instant = new(2026, 3, 1, 20, 30, 0, TimeSpan.Zero);

    private int _count;

    /// <summary>The id of a name; always the same for the same name.</summary>
    public static Guid Id(string name)
    {
        var bytes = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name.ToUpperInvariant()));
        return new Guid(bytes.AsSpan(0, 16));
    }

    /// <summary>The arguments of a method, without options and without a token.</summary>
    public object?[] For(MethodBase method)
        => [.. method.GetParameters().Select(parameter => parameter.ParameterType.Name switch
        {
            "RequestOptions" or "PagingOptions" => null,
            "CancellationToken" => (object)CancellationToken.None,
            _ => Make(parameter.ParameterType, parameter.Name!, Depth),
        })];

    private object? Make(Type type, string name, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return name.Contains("mail", StringComparison.OrdinalIgnoreCase) ? "player@example.org" : $"some {name}";
        }

        if (type == typeof(Guid))
        {
            return Id(name);
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0);
        }

        if (type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal))
        {
            return Convert.ChangeType((_count++ % 4) + 1, type, CultureInfo.InvariantCulture);
        }

        return type switch
        {
            _ when type == typeof(DateTimeOffset) => Instant,
            _ when type == typeof(DateOnly) => new DateOnly(1890, 10, 31),
            _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(10),
            _ when type == typeof(Uri) => new Uri("https://example.org/"),
            _ when type.GetProperty("KnownValues", BindingFlags.Public | BindingFlags.Static) is { } known =>
                ((IEnumerable)known.GetValue(null)!).Cast<object>().First(),
            _ when type.Name == "FileUpload" => MakeFile(type),
            _ when type.FullName == "Newtonsoft.Json.Linq.JToken" => type.GetMethod("Parse", [typeof(string)])!.Invoke(null, ["{}"]),
            _ when IsDictionary(type) => MakeDictionary(type, name, depth),
            _ when typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType => MakeList(type, name, depth),
            _ when type.IsArray => MakeList(type, name, depth),
            _ => depth > 0 && type is { IsClass: true, IsAbstract: false } or { IsValueType: true }
                ? MakeObject(type, name, depth - 1)
                : null,
        };
    }

    /// <summary>Calls the factory with what it needs, whatever else it offers.</summary>
    private static object? MakeFile(Type type)
    {
        var factory = type.GetMethod("FromBytes")!;
        return factory.Invoke(null, [.. factory.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            _ when parameter.ParameterType == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>([0x89, 0x50, 0x4E, 0x47]),
            _ when parameter.HasDefaultValue => parameter.DefaultValue,
            _ => (object)"portrait.png",
        })]);
    }

    private object? MakeObject(Type type, string name, int depth)
    {
        var factory = type.GetConstructors().OrderBy(constructor => constructor.GetParameters().Length).FirstOrDefault();
        if (factory is null)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        var made = factory.Invoke([.. factory.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!, depth))]);
        foreach (var property in type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .Where(property => !areLean || property.IsDefined(typeof(RequiredMemberAttribute))))
        {
            if (property.Name != "AdditionalData" && Make(property.PropertyType, property.Name, depth) is { } value)
            {
                property.SetValue(made, value);
            }
        }

        return made;
    }

    private Array MakeList(Type type, string name, int depth)
    {
        var item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        var value = Make(item, name, depth);
        var list = Array.CreateInstance(item, value is null ? 0 : 1);
        if (value is not null)
        {
            list.SetValue(value, 0);
        }

        return list;
    }

    private object MakeDictionary(Type type, string name, int depth)
    {
        var arguments = type.GetGenericArguments();
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        dictionary.Add(arguments[0] == typeof(string) ? "apple" : Make(arguments[0], name, depth)!, Make(arguments[1], name, depth));
        return dictionary;
    }

    private static bool IsDictionary(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() is { } generic
            && (generic == typeof(IDictionary<,>) || generic == typeof(IReadOnlyDictionary<,>) || generic == typeof(Dictionary<,>));
}
