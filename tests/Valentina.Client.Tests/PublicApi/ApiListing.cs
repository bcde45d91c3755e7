using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Valentina.Client.Tests.PublicApi;

/// <summary>Everything a user of an assembly can see, one line each, in an order that never changes by itself.</summary>
internal static class ApiListing
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in type.GetMembers(Members).Where(IsVisible).Select(Line).Where(line => line.Length > 0).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var parents = (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? [parent] : Type.EmptyTypes)
            .Concat(type.GetInterfaces().Except(inherited).Where(candidate => candidate.IsVisible && !type.IsEnum))
            .Select(Name).Order(StringComparer.Ordinal).ToList();
        return $"{kind} {type.Namespace}.{Name(type)}{(parents.Count == 0 ? "" : $" : {string.Join(", ", parents)}")}";
    }

    private static string Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{Access(constructor)}.ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method => $"{Access(method)}{Modifier(method)}{method.Name}{Generic(method)}({Parameters(method)}) : {Typed(method.ReturnParameter)}",
        MethodInfo { Name: "op_Implicit" or "op_Explicit" } method => $"{method.Name}({Parameters(method)}) : {Name(method.ReturnType)}",
        PropertyInfo property => $"{Access((property.GetMethod ?? property.SetMethod)!)}{Modifier((property.GetMethod ?? property.SetMethod)!)}{property.Name} {{ {Accessors(property)}}} : {Typed(property)}",
        FieldInfo { IsLiteral: true } constant => $"const {constant.Name} = {Convert.ToString(constant.GetRawConstantValue(), CultureInfo.InvariantCulture)} : {Name(constant.FieldType)}",
        FieldInfo { IsSpecialName: false } field => $"{(field.IsStatic ? "static " : "")}{field.Name} : {Name(field.FieldType)}",
        EventInfo notice => $"event {notice.Name} : {Name(notice.EventHandlerType!)}",
        _ => "",
    };

    private static bool IsVisible(MemberInfo member) => member switch
    {
        _ when member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null && member is not (MethodInfo or PropertyInfo) => false,
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly),
        FieldInfo field => field.IsPublic || field.IsFamily,
        EventInfo => true,
        _ => false,
    };

    private static string Accessors(PropertyInfo property)
        => string.Concat(property.GetAccessors(nonPublic: true).Where(accessor => accessor.IsPublic || accessor.IsFamily)
            .Select(accessor => accessor == property.GetMethod ? "get; " : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ")
            .Order(StringComparer.Ordinal))
            + (property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ");

    private static string Access(MethodBase method) => method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "";

    private static string Modifier(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        _ when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(parameter => $"{Typed(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}"));

    private static string Default(ParameterInfo parameter)
        => Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : "default";

    private static string Typed(ParameterInfo parameter)
        => Name(parameter.ParameterType) + (!parameter.ParameterType.IsValueType && Nullability.Create(parameter).ReadState is NullabilityState.Nullable ? "?" : "");

    private static string Typed(PropertyInfo property)
        => Name(property.PropertyType) + (!property.PropertyType.IsValueType && Nullability.Create(property).ReadState is NullabilityState.Nullable ? "?" : "");

    private static string Generic(MethodInfo method)
        => method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        var name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType && name.Contains('`', StringComparison.Ordinal)
            ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : name;
    }
}
