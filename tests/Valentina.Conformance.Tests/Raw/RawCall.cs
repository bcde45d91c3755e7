using System.Reflection;
using System.Runtime.ExceptionServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.Conformance.Transcripts;

namespace Valentina.Conformance.Raw;

/// <summary>A recorded request turned into a call of the typed raw client, where the typed client can express it.</summary>
internal sealed class RawCall
{
    private readonly MethodInfo _method;
    private readonly object?[] _arguments;

    private RawCall(MethodInfo method, object?[] arguments)
    {
        _method = method;
        _arguments = arguments;
    }

    public string Name => $"{_method.DeclaringType!.Name}.{_method.Name}";

    /// <summary>Calls it on the client that belongs to its operation among those of a <c>Raw</c> property.</summary>
    /// <returns>The typed answer; null where there is none.</returns>
    public Task<object?> InvokeAsync(object rawClients)
        => InvokeOnAsync(
            rawClients.GetType().GetProperties().Single(property => property.PropertyType == _method.DeclaringType).GetValue(rawClients)!);

    private async Task<object?> InvokeOnAsync(object client)
    {
        object? returned;
        try
        {
            returned = _method.Invoke(client, _arguments);
        }
        catch (TargetInvocationException ex) when (ex.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return task.GetType().GetProperty("Result") is { } result && result.PropertyType.Name != "VoidTaskResult"
            ? result.GetValue(task)
            : null;
    }

    /// <summary>Binds the recorded request to the method of its operation.</summary>
    /// <returns>The call, or the reason why the typed client cannot express the request.</returns>
    public static (RawCall? Call, string? Reason) Bind(RecordedExchange exchange, RawApi api, RequestOptions? options, bool synchronous)
    {
        if (exchange.OperationId is null || !api.TryFind(exchange.OperationId, synchronous, out var method))
        {
            return (null, "no operation of the contract");
        }

        if (api.MethodOf(exchange.OperationId) != exchange.Method)
        {
            return (null, "another method than that of the contract");
        }

        if (!Captures(exchange, out var pathValues))
        {
            return (null, "the path does not follow the template");
        }

        if (exchange.Query.Select(q => q.Key).Except(api.QueryNames(exchange.OperationId)).FirstOrDefault() is { } unknown)
        {
            return (null, $"the query parameter {unknown} is unknown");
        }

        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            if (parameter.ParameterType == typeof(RequestOptions))
            {
                arguments[i] = options;
            }
            else if (parameter.ParameterType == typeof(CancellationToken))
            {
                arguments[i] = CancellationToken.None;
            }
            else if (parameter.ParameterType == typeof(FileUpload))
            {
                if (exchange.Multipart is not { Count: 1 } form)
                {
                    return (null, "not a form with one file");
                }

                arguments[i] = UploadOf((JObject)form.Properties().First().Value);
            }
            else if (pathValues.FirstOrDefault(p => SameName(p.Key, parameter.Name!)) is { Key: not null } segment)
            {
                if (!TryConvert(segment.Value, parameter.ParameterType, out arguments[i]))
                {
                    return (null, $"{segment.Key} '{segment.Value}' is no {parameter.ParameterType.Name}");
                }
            }
            else if (api.QueryNames(exchange.OperationId).FirstOrDefault(q => SameName(q, parameter.Name!)) is { } queryName)
            {
                var values = exchange.Query.Where(q => q.Key == queryName).Select(q => q.Value).ToList();
                if (values.Count == 0)
                {
                    if (!parameter.HasDefaultValue)
                    {
                        return (null, $"the required parameter {queryName} is missing");
                    }

                    arguments[i] = parameter.DefaultValue;
                }
                else if (!TryConvertQuery(values, parameter.ParameterType, out arguments[i]))
                {
                    return (null, $"{queryName} '{string.Join(',', values)}' is no {parameter.ParameterType.Name}");
                }
            }
            else if (!TryReadBody(exchange.RequestBody, parameter.ParameterType, out arguments[i], out var reason))
            {
                return (null, reason);
            }
        }

        return (new RawCall(method, arguments), null);
    }

    private static bool Captures(RecordedExchange exchange, out List<KeyValuePair<string, string>> values)
    {
        values = [];
        var template = exchange.PathTemplate!.Split('/');
        var path = exchange.Path.Split('/');
        if (template.Length != path.Length)
        {
            return false;
        }

        for (var i = 0; i < template.Length; i++)
        {
            if (template[i].StartsWith('{'))
            {
                values.Add(KeyValuePair.Create(template[i].Trim('{', '}'), Uri.UnescapeDataString(path[i])));
            }
            else if (template[i] != path[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameName(string wireName, string parameterName)
        => string.Equals(wireName.Replace("_", "", StringComparison.Ordinal), parameterName, StringComparison.OrdinalIgnoreCase);

    private static bool TryReadBody(JToken? body, Type type, out object? value, out string? reason)
    {
        value = null;
        if (body is null or { Type: JTokenType.Null })
        {
            reason = "the body is missing";
            return false;
        }

        try
        {
            value = WireJson.Read(body, type);
        }
        catch (JsonException ex)
        {
            reason = $"the body is no {type.Name}: {ex.Message}";
            return false;
        }

        var differences = JsonValueComparer.Differences(body, WireJson.Write(value));
        reason = differences.Count == 0 ? null : $"{type.Name} cannot say it: {string.Join("; ", differences)}";
        return reason is null;
    }

    private static bool TryConvertQuery(List<string> values, Type type, out object? converted)
    {
        var item = ItemType(type);
        if (item is null)
        {
            converted = null;
            return values.Count == 1 && TryConvert(values[0], type, out converted);
        }

        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        converted = list;
        foreach (var value in values)
        {
            if (!TryConvert(value, item, out var one))
            {
                return false;
            }

            list.Add(one);
        }

        return true;
    }

    private static Type? ItemType(Type type)
        => type.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;

    private static bool TryConvert(string text, Type type, out object? value)
    {
        try
        {
            value = WireJson.Parse(text, Nullable.GetUnderlyingType(type) ?? type);
            return value is not null;
        }
        catch (Exception ex) when (ex is JsonException or FormatException or OverflowException)
        {
            value = null;
            return false;
        }
    }

    private static FileUpload UploadOf(JObject part)
    {
        var content = new byte[Math.Min((int)part["bytes"]!, 64 * 1024)];
        return FileUpload.FromBytes((string)part["filename"]!, content);
    }
}
