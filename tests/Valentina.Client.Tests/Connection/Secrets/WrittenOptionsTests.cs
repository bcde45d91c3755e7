using System.Diagnostics;
using System.Reflection;
using System.Xml.Serialization;
using Microsoft.Extensions.Configuration;
using Valentina.ClaudeCode;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>Options that somebody writes do not show the key; options that somebody reads still get it.</summary>
public sealed class WrittenOptionsTests
{
    private const string Key = "options-key-0123456789";

    public static TheoryData<Type> Kinds() => [typeof(ValentinaOptions), typeof(ClaudeCodeOptions)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_writer_shows_the_key(Type kind)
    {
        var options = Make(kind);
        var xml = new StringWriter();
        new XmlSerializer(kind).Serialize(xml, options);

        foreach (var text in new[]
        {
            System.Text.Json.JsonSerializer.Serialize(options, kind),
            System.Text.Json.JsonSerializer.Serialize<object>(options),
            Newtonsoft.Json.JsonConvert.SerializeObject(options),
            xml.ToString(),
            options.ToString(),
        })
        {
            text.Should().NotContain(Key).And.NotBeEmpty();
        }

        xml.ToString().Should().Contain("https://valentina.example");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_debugger_does_not_show_the_key(Type kind)
    {
        kind.GetCustomAttribute<DebuggerDisplayAttribute>()!.Value.Should().Be("{ToString(),nq}");
        kind.GetProperty(nameof(ClientOptions.ApiKey))!.GetCustomAttribute<DebuggerBrowsableAttribute>()!
            .State.Should().Be(DebuggerBrowsableState.Never);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_key_is_still_read(Type kind)
    {
        const string json = $$"""{"BaseUrl":"https://valentina.example","ApiKey":"{{Key}}"}""";
        ((ClientOptions)System.Text.Json.JsonSerializer.Deserialize(json, kind)!).ApiKey.Should().Be(Key);
        ((ClientOptions)Newtonsoft.Json.JsonConvert.DeserializeObject(json, kind)!).ApiKey.Should().Be(Key);

        var bound = Make(kind);
        new ConfigurationBuilder().AddInMemoryCollection([new("ApiKey", "bound-key")]).Build().Bind(bound);
        bound.ApiKey.Should().Be("bound-key");
    }

    private static ClientOptions Make(Type kind)
    {
        var options = (ClientOptions)Activator.CreateInstance(kind)!;
        options.BaseUrl = "https://valentina.example";
        options.ApiKey = Key;
        return options;
    }
}
