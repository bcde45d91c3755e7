using System.Reflection;
using Valentina.Services;

namespace Valentina.Client.Tests.Docs;

/// <summary>The page for those who come from the Python client names everything they know, and nothing that does not exist.</summary>
public class FromPythonTests
{
    private const int PythonMethods = 238;
    private const int PythonServices = 17;
    private const int PythonRoutes = 166;

    private static readonly IReadOnlyList<TableRow> Rows = MarkdownTables.Read("from-python.md");

    private static readonly IReadOnlyList<TableRow> Methods = [.. Rows.Where(row => row.Heading.EndsWith(
        "Service", StringComparison.Ordinal))];

    [Fact]
    public void Every_name_on_the_dotnet_side_is_in_the_public_api()
    {
        var calls = Rows.SelectMany(row => MarkdownTables.Code(row.Cells[1]));
        var remarks = Rows.SelectMany(row => row.Cells.Skip(2)).SelectMany(MarkdownTables.Code)
            .Where(code => code.Contains('.', StringComparison.Ordinal));

        var errors = calls.Concat(remarks).Select(PublicApi.ErrorOf).OfType<string>();

        errors.Should().BeEmpty();
    }

    [Fact]
    public void Every_python_method_stands_on_the_page_once()
    {
        Methods.Should().HaveCount(PythonMethods);
        Methods.Select(row => row.Heading).Distinct().Should().HaveCount(PythonServices);
        Methods.Select(row => (row.Heading, row.Cells[0])).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_python_route_has_a_route_of_its_own()
    {
        var routes = Rows.Where(row => row.Heading == "Route constants").ToList();

        routes.Should().HaveCount(PythonRoutes);
        routes.Select(row => row.Cells[0]).Should().OnlyHaveUniqueItems();
        routes.Select(row => row.Cells[1]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_method_gives_what_the_page_says()
    {
        var errors = Methods
            .Select(row => (
                Code: MarkdownTables.Code(row.Cells[1]).Single(),
                Says: MarkdownTables.Code(row.Cells[2]).SingleOrDefault() ?? row.Cells[2]))
            .Where(row => PublicApi.MethodOf(row.Code) is { } method && Gives(method.ReturnType) != row.Says)
            .Select(row => $"{row.Code} does not give {row.Says}");

        errors.Should().BeEmpty();
    }

    [Fact]
    public void Every_method_on_the_page_has_a_synchronous_twin()
    {
        var errors = Methods
            .Select(row => MarkdownTables.Code(row.Cells[1]).Single())
            .Where(code => PublicApi.ErrorOf(code.Replace("Async(", "(", StringComparison.Ordinal)) is not null);

        errors.Should().BeEmpty();
    }

    [Fact]
    public void Every_service_method_of_this_sdk_is_the_counterpart_of_a_python_method()
    {
        var named = Methods
            .Select(row => PublicApi.MethodOf(MarkdownTables.Code(row.Cells[1]).Single()))
            .Select(method => $"{method?.DeclaringType?.Name}.{method?.Name}")
            .ToHashSet();

        var unnamed = typeof(CampaignsService).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(CampaignsService).Namespace && !type.IsAbstract)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Where(name => !named.Contains(name));

        unnamed.Should().BeEmpty();
    }

    private static string Gives(Type type) => type switch
    {
        _ when type == typeof(Task) => "nothing",
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Task<>) => Gives(type.GetGenericArguments()[0]),
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Gives))}>",
        _ => type.Name,
    };
}
