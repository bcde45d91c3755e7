using System.ComponentModel;
using System.Globalization;

namespace Valentina.Json;

/// <summary>Turns an open enum into its text and back: what dictionary keys and configuration binding ask for.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class OpenEnumTypeConverter<T> : TypeConverter
    where T : struct, IOpenEnum<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    /// <inheritdoc/>
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        => value is string text ? T.FromValue(text) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType)
        => value is T item && destinationType == typeof(string) ? item.Value : base.ConvertTo(context, culture, value, destinationType);
}
