using System.Reflection;
using Valentina.Services;

namespace Valentina.Client.Tests.Conventions;

/// <summary>What holds for every service. Each rule is a test, and names those who break it.</summary>
public class ServiceConventionTests
{
    [Fact]
    public void There_are_seventeen_services_and_the_claude_client() => FacadeMethods.Services.Should().HaveCount(18);

    [Fact]
    public void Every_method_ends_with_options_and_a_token_that_may_be_left_out()
        => Offenders(FacadeMethods.Services.SelectMany(AllPublic), method => method.GetParameters() is [.., var options, var token]
            && options is { ParameterType.Name: nameof(RequestOptions), Name: "options", HasDefaultValue: true }
            && token
                is { ParameterType.Name: nameof(CancellationToken), Name: "cancellationToken", HasDefaultValue: true }).Should().BeEmpty();

    [Fact]
    public void Every_asynchronous_method_has_a_twin_that_says_the_same()
        => Offenders(FacadeMethods.Services.SelectMany(FacadeMethods.Asynchronous), method => Twin(method) is { } twin
            && twin.ReturnType == FacadeMethods.Synchronous(method.ReturnType)
            && Signature(twin).SequenceEqual(Signature(method))
            && twin.IsVirtual).Should().BeEmpty();

    [Fact]
    public void Every_synchronous_method_is_a_twin()
        => Offenders(
            FacadeMethods.Services.SelectMany(FacadeMethods.Of).Where(method => !FacadeMethods.IsAsynchronous(method.ReturnType)),
            method => method.DeclaringType!.GetMethod($"{method.Name}Async", Types(method)) is not null).Should().BeEmpty();

    [Fact]
    public void Asynchronous_methods_are_called_so_and_others_are_not()
        => Offenders(
            FacadeMethods.Services.SelectMany(FacadeMethods.Of),
            method => method.Name.EndsWith(
                "Async", StringComparison.Ordinal) == FacadeMethods.IsAsynchronous(method.ReturnType)).Should().BeEmpty();

    [Fact]
    public void Every_method_can_be_overridden_and_every_service_made_in_a_test()
    {
        Offenders(
            FacadeMethods.Services.SelectMany(FacadeMethods.Of),
            method => method is { IsVirtual: true, IsFinal: false }).Should().BeEmpty();
        FacadeMethods.Services.Where(service => service.IsSealed
            || service.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, []) is not { IsFamily: true })
            .Should().BeEmpty("a protected constructor without parameters is for test doubles");
        FacadeMethods.NoirServices.Where(service => service.GetConstructors().Length > 0).Should().BeEmpty("services come from scopes");
    }

    [Fact]
    [Trait("Defect", "D50")]
    public void Every_list_has_a_page_a_list_and_a_stream_of_the_same_shape()
    {
        var names = FacadeMethods.NoirServices
            .SelectMany(FacadeMethods.Asynchronous)
            .Select(method => (Service: method.DeclaringType!, method.Name, Method: method))
            .ToList();
        var whats = names
            .Where(entry => entry.Name.EndsWith("PageAsync", StringComparison.Ordinal))
            .Select(entry => (entry.Service, What: entry.Name[3..^9]))
            .ToList();

        whats.Should().HaveCount(34);
        foreach (var (service, what) in whats)
        {
            var page = Only(service, $"Get{what}PageAsync", typeof(Task<>));
            var list = Only(service, $"ListAll{what}Async", typeof(Task<>));
            var stream = Only(service, $"EnumerateAll{what}Async", typeof(IAsyncEnumerable<>));
            var item = stream.ReturnType.GetGenericArguments()[0];

            page.ReturnType.Should().Be(typeof(Task<>).MakeGenericType(typeof(Page<>).MakeGenericType(item)));
            list.ReturnType.Should().Be(typeof(Task<>).MakeGenericType(typeof(IReadOnlyList<>).MakeGenericType(item)));
            var filters = Signature(page).SkipLast(4).ToList();
            Signature(page).Skip(filters.Count)
                .Should().Equal("Int32 limit", "Int32 offset", "RequestOptions options", "CancellationToken cancellationToken");
            Signature(list).Should().Equal([
                .. filters, "PagingOptions paging", "RequestOptions options", "CancellationToken cancellationToken"
            ]);
            Signature(stream).Should().Equal(Signature(list));
            page.GetParameters().Single(parameter => parameter.Name == "limit").DefaultValue.Should().Be(10, "the contract says so");
        }
    }

    [Fact]
    public void Nothing_reads_a_whole_list_but_those_three()
        => Offenders(
            FacadeMethods.NoirServices.SelectMany(FacadeMethods.Asynchronous)
                .Where(method => method.Name.StartsWith("List", StringComparison.Ordinal)),
            method => method.Name.StartsWith("ListAll", StringComparison.Ordinal) || method.Name == "ListSessionsAsync").Should().BeEmpty(
                "ListSessions is a plain array of the contract");

    [Fact]
    public void From_three_filters_on_there_is_a_filter_object()
        => Offenders(
            FacadeMethods.NoirServices.SelectMany(FacadeMethods.Of),
            method => method.GetParameters().Count(parameter => parameter.HasDefaultValue
                && parameter.ParameterType != typeof(RequestOptions)
                && parameter.ParameterType != typeof(CancellationToken)
                && parameter.ParameterType != typeof(PagingOptions)
                && parameter.Name is not ("limit" or "offset")) < 3).Should().BeEmpty();

    [Fact]
    public void A_filter_does_not_filter_until_it_is_told_to()
        => typeof(CharacterFilter).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Filter", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties().Where(property => property.GetValue(Activator.CreateInstance(type)) is not null))
            .Should().BeEmpty();

    [Fact]
    public void No_method_takes_more_than_two_ids_of_the_same_kind()
        => Offenders(
            FacadeMethods.NoirServices.SelectMany(FacadeMethods.Of),
            method => method.GetParameters()
                .Count(parameter => parameter.ParameterType == typeof(Guid)) <= 2).Should().BeEmpty("scopes hold the others");

    private static IEnumerable<MethodInfo> AllPublic(Type service)
        => service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName
                && (FacadeMethods.IsAsynchronous(method.ReturnType) || typeof(ValentinaService).IsAssignableFrom(service)));

    private static MethodInfo Only(Type service, string name, Type shape)
    {
        var method = service.GetMethods().Where(candidate => candidate.Name == name).Should().ContainSingle(name).Subject;
        method.ReturnType.GetGenericTypeDefinition().Should().Be(shape, name);
        return method;
    }

    private static MethodInfo? Twin(MethodInfo method) => method.DeclaringType!.GetMethod(method.Name[..^"Async".Length], Types(method));

    private static Type[] Types(MethodInfo method) => [.. method.GetParameters().Select(parameter => parameter.ParameterType)];

    private static IEnumerable<string> Signature(MethodInfo method)
        => method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}");

    private static IEnumerable<string> Offenders(IEnumerable<MethodInfo> methods, Func<MethodInfo, bool> rule)
        => methods.Where(method => !rule(method)).Select(FacadeMethods.Name);
}
