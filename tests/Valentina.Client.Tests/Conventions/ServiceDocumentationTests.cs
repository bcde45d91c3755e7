using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Raw;
using Valentina.ClaudeCode.Streaming;
using Valentina.Raw;

namespace Valentina.Client.Tests.Conventions;

/// <summary>
/// What IntelliSense shows for the methods of the services. Much of it is said once and included, or written by the generator;
/// in the file that ships it stands in full at every method.
/// </summary>
public partial class ServiceDocumentationTests
{
    private static readonly Lazy<Dictionary<string, XElement>> Members = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(ValentinaClient).Assembly.Location, ".xml"))
            .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value));

    [Fact]
    public void Nothing_is_left_to_include()
        => Members.Value.Values.SelectMany(member => member.Descendants("include")).Should().BeEmpty();

    [Fact]
    public void Every_method_says_what_it_does_and_what_it_takes_in_full()
        => Offenders((method, texts) => Says(texts, "summary")
            && method.GetParameters().All(parameter => Says(texts, "param", parameter.Name))).Should().BeEmpty();

    [Fact]
    public void Every_method_that_returns_something_says_what()
        => Offenders((method, texts) => Says(texts, "returns") == (method.ReturnType != typeof(void))).Should().BeEmpty();

    [Fact]
    public void Every_method_says_how_it_fails()
        => Offenders((_, texts) => Says(texts, "exception", "T:Valentina.ValentinaException")).Should().BeEmpty();

    [Fact]
    public void Every_method_with_arguments_to_check_says_that_nothing_is_sent_when_they_are_wrong()
        => Offenders((method, texts) => method.GetParameters().Length == 2
            || Says(texts, "exception", "T:Valentina.RequestValidationException")).Should().BeEmpty();

    [Theory]
    [InlineData("ListAll")]
    [InlineData("EnumerateAll")]
    public void A_list_says_where_to_go_on_after_a_page_failed(string prefix)
        => Offenders((method, texts) => !method.Name.StartsWith(prefix, StringComparison.Ordinal)
            || texts.Elements("exception").Elements("see").Any(see
                => (string?)see.Attribute("cref") == "P:Valentina.ValentinaException.ResumeOffset")).Should().BeEmpty();

    /// <summary>Messages, routes of the fakes and telemetry have the operation's name, which is not the method's.</summary>
    [Fact]
    public void Every_method_names_an_operation()
    {
        var operations = ValentinaOperations.All.Select(operation => operation.Id).ToHashSet();
        operations.Should().HaveCount(166);

        Offenders((_, texts) => texts.Elements("remarks").Elements("c").Any(name => operations.Contains(name.Value))).Should().BeEmpty();
    }

    [Fact]
    public void And_it_is_the_one_that_it_calls()
    {
        var calls = SourceFiles.HandWritten("src/Facade/Services")
            .SelectMany(file => RawCalls().Matches(File.ReadAllText(RepositoryRoot.PathOf(file)))).ToList();

        calls.Should().HaveCountGreaterThan(166);
        calls.Where(call => !call.Groups["named"].Value.Equals(call.Groups["called"].Value, StringComparison.OrdinalIgnoreCase))
            .Select(call => $"{call.Groups["named"].Value} is not {call.Groups["called"].Value}").Should().BeEmpty();
    }

    /// <summary>Nothing of the contract is left out either, and a stream, which it does not know, has a name too.</summary>
    [Fact]
    public void Every_method_of_the_Claude_client_names_an_operation()
    {
        var operations = ClaudeCodeOperations.All.Select(operation => operation.Id).Append(StreamConnector.Operation.Id).ToHashSet();
        var methods = FacadeMethods.Of(typeof(ClaudeCodeClient)).ToList();
        var sending = $"{typeof(RequestOptions).FullName},{typeof(CancellationToken).FullName})";
        var named = Members.Value
            .Where(member => methods.Exists(method
                => member.Key.StartsWith($"M:{method.DeclaringType!.FullName}.{method.Name}(", StringComparison.Ordinal)))
            .Where(member => member.Key.EndsWith(sending, StringComparison.Ordinal))
            .ToDictionary(member => member.Key, member => Named(member.Value).ToList());

        named.Should().HaveSameCount(methods);
        named.Where(member => !operations.Overlaps(member.Value)).Select(member => member.Key).Should().BeEmpty();
        operations.Except(named.Values.SelectMany(names => names)).Should().BeEmpty();

        // What a comment says itself replaces what it would inherit.
        static IEnumerable<string> Named(XElement texts)
            => texts.Elements("remarks").Any()
                ? texts.Elements("remarks").Elements("c").Select(name => name.Value)
                : texts.Elements("inheritdoc").SelectMany(from => Named(Members.Value[from.Attribute("cref")!.Value]));
    }

    private static IEnumerable<string> Offenders(Func<MethodInfo, XElement, bool> rule)
    {
        var methods = FacadeMethods.NoirServices.SelectMany(FacadeMethods.Of).ToList();
        methods.Should().HaveCountGreaterThan(400);
        return methods.Where(method => !MembersOf(method).Any(texts => rule(method, texts))).Select(FacadeMethods.Name);
    }

    /// <summary>Overloads differ in their types; the names of the parameters tell which is meant.</summary>
    private static IEnumerable<XElement> MembersOf(MethodInfo method)
    {
        var id = $"M:{method.DeclaringType!.FullName}.{method.Name}(";
        var names = method.GetParameters().Select(parameter => parameter.Name).Order().ToList();
        return Members.Value.Where(member => member.Key.StartsWith(id, StringComparison.Ordinal))
            .Select(member => member.Value)
            .Where(texts => texts.Elements("param").Select(element => (string?)element.Attribute("name")).Order().SequenceEqual(names));
    }

    private static bool Says(XElement texts, string element, string? name = null)
        => texts.Elements(element).Any(found => !string.IsNullOrWhiteSpace(found.Value)
            && (name is null || (string?)(found.Attribute("name") ?? found.Attribute("cref")) == name));

    /// <summary>A call, and what the comments above it say.</summary>
    [GeneratedRegex(
        @"<remarks>The operation <c>(?<named>\w+)</c>(?:(?!</summary>).)*?Raw\.\w+\.(?<called>\w+?)Async\(", RegexOptions.Singleline)]
    private static partial Regex RawCalls();
}
