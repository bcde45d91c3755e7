using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;
using Valentina.SpecTool.Drift.Facade;
using Valentina.SpecTool.Drift.Model;

namespace Valentina.Build.Tests.Drift;

/// <summary>A finding names the facade methods concerned.</summary>
public sealed class FacadeScanTests
{
    [Theory]
    [InlineData("valentina")]
    [InlineData("claude-code")]
    public void Every_operation_is_called_by_a_facade_method(string api)
    {
        var folder = Repository.PathOf("openapi");
        var map = FacadeScan.Read(folder, api);
        var contract = ContractReader.Read((JsonObject)Repository.ReadJson(Path.Combine(folder, "prepared", api + ".json")));

        contract.Operations
            .Where(operation => map.MethodsOf(operation).Any(method => method.StartsWith("Raw.", StringComparison.Ordinal)))
            .Select(operation => operation.Id)
            .Should().BeEmpty();
    }

    [Fact]
    public void The_members_of_a_real_list_are_known()
        => FacadeScan.Read(Repository.PathOf("openapi"), "valentina").MethodsOf(Operation("ListCampaignNotes")).Should().Equal(
            "CampaignsService.EnumerateAllNotesAsync", "CampaignsService.GetNotesPageAsync", "CampaignsService.ListAllNotesAsync");

    [Fact]
    public void Methods_that_call_the_raw_method_through_a_sibling_count_too()
    {
        var map = FacadeScan.Read(
        [
            """
            public partial class BreadsService
            {
                public virtual Task<Page<Bread>> GetPageAsync(int limit = 10)
                    => Raw.Breads.ListBreadsAsync(limit);

                public virtual Task<IReadOnlyList<Bread>> ListAllAsync()
                    => Pager.ListAsync(GetPageAsync(100));

                public virtual Task<Bread> GetAsync(Guid id)
                    => Raw.Breads.GetBreadAsync(id);
            }
            """,
        ]);

        map.MethodsOf(Operation("ListBreads")).Should().Equal("BreadsService.GetPageAsync", "BreadsService.ListAllAsync");
        map.MethodsOf(Operation("GetBread")).Should().Equal("BreadsService.GetAsync");
        map.MethodsOf(Operation("DeleteBread")).Should().Equal("DeleteBreadAsync");
    }

    [Fact]
    public void The_list_and_the_enumeration_of_a_paged_method_count_although_they_stand_in_no_source()
    {
        var map = FacadeScan.Read(
        [
            """
            public partial class BreadsService
            {
                public virtual Task<Bread> GetAsync(Guid id)
                    => Raw.Breads.GetBreadAsync(id);

                /// <summary>Lists the crumbs of a bread.</summary>
                [Paged(nameof(ValentinaOperations.ListCrumbs))]
                public virtual Task<Page<Crumb>> GetCrumbsPageAsync(Guid id, int limit = 10)
                    => Raw.Breads.ListCrumbsAsync(id, limit);
            }
            """,
        ]);

        map.MethodsOf(Operation("ListCrumbs")).Should().Equal(
            "BreadsService.EnumerateAllCrumbsAsync", "BreadsService.GetCrumbsPageAsync", "BreadsService.ListAllCrumbsAsync");
        map.MethodsOf(Operation("GetBread")).Should().Equal("BreadsService.GetAsync");
    }

    [Fact]
    public void Private_methods_and_those_of_private_classes_are_no_facade_methods()
    {
        var map = FacadeScan.Read(
        [
            """
            public partial class BreadsService
            {
                public virtual Task<Bread> GetAsync(Guid id) => LoadAsync(id);

                private Task<Bread> LoadAsync(Guid id) => this.Raw.Breads.GetBreadAsync(id);
            }
            """,
            """
            internal sealed class BreadLoader
            {
                public Task<Bread> LoadAsync(Guid id) => Raw.Breads.GetBreadAsync(id);
            }
            """,
        ]);

        map.MethodsOf(Operation("GetBread")).Should().Equal("BreadsService.GetAsync");
    }

    private static Operation Operation(string name) => new()
    {
        Method = "GET", Path = "/", Pattern = "/", Pointer = "/", SdkName = name, Tags = [], PathParameters = [], Parameters = [],
        Responses = new Dictionary<string, Response>(), Security = [], SecurityPointer = "/security",
    };
}
