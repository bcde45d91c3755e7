using System.Reflection;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Raw;
using Valentina.Json.Codecs;
using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Client.Tests.Generated;

/// <summary>Raw clients describe a request and hand it to the connection; they know nothing else.</summary>
public sealed class RawClientTests
{
    private static readonly Guid A = Guid.Parse("01a20190-cb47-7136-b945-f4bab262d58a");
    private static readonly Guid B = Guid.Parse("01a20190-cb47-7136-b945-f4bab262d58b");

    [Fact]
    public void All_operations_of_both_contracts_are_there()
    {
        ValentinaOperations.All.Should().HaveCount(166).And.OnlyHaveUniqueItems(o => o.Id);
        ClaudeCodeOperations.All.Should().HaveCount(12).And.OnlyHaveUniqueItems(o => o.Id);
    }

    [Fact]
    public void Operations_say_what_the_contract_says_about_them()
    {
        ValentinaOperations.CreateCompany.NoRetryOnServerError.Should().BeTrue();
        ValentinaOperations.CreateCompany.AcceptsIdempotencyKey.Should().BeTrue();
        ValentinaOperations.ModifyTraitValue.IsRepeatable.Should().BeFalse();
        ValentinaOperations.GetCharacter.OnBehalfOf.Should().Be(OnBehalfOfMode.Required);
        ValentinaOperations.ListDictionaryTerms.MaxPageSize.Should().Be(1000);
        ValentinaOperations.ListCampaigns.MaxPageSize.Should().Be(100);
        ValentinaOperations.UploadUserAsset.IsUpload.Should().BeTrue();
        ValentinaOperations.LookupUser.HasPersonalData.Should().BeTrue();
        ClaudeCodeOperations.CreateChatCompletion.SpendsMoney.Should().BeTrue();
        ValentinaOperations.All.Count(o => o.OnBehalfOf == OnBehalfOfMode.Required).Should().Be(72);
        ValentinaOperations.All.Count(o => o.MaxPageSize > 0).Should().Be(34);
    }

    [Fact]
    public async Task A_request_has_its_path_query_and_body_in_both_styles()
    {
        var connection = new RecordingConnection();
        var client = new CampaignsClient(connection);

        await client.ListCampaignsAsync(A, limit: 20, offset: 40);
        client.ListCampaigns(A, limit: 20, offset: 40);
        await client.UpdateCampaignAsync(A, B, new CampaignPatch { Description = null });

        connection.Requests.Select(r => $"{r.Operation.Method} {r.RelativeUrl}").Should().Equal(
            $"GET /api/v1/companies/{A}/campaigns?limit=20&offset=40",
            $"GET /api/v1/companies/{A}/campaigns?limit=20&offset=40",
            $"PATCH /api/v1/companies/{A}/campaigns/{B}");
        connection.Requests[2].Body.Should().BeOfType<CampaignPatch>();
    }

    [Fact]
    public async Task Lists_repeat_their_name_and_enums_are_their_text()
    {
        var connection = new RecordingConnection();

        await new UsersClient(connection).GetUserAsync(A, B, [UserInclude.Notes, UserInclude.Characters]);
        await new UsersClient(connection).ListUsersAsync(A, userRole: UserRole.Storyteller);

        connection.Requests[0].RelativeUrl.Should().EndWith("?include=notes&include=characters");
        connection.Requests[1].RelativeUrl.Should().EndWith("?user_role=STORYTELLER");
    }

    [Theory]
    [InlineData(101, null, "limit must be at most 100, but is 101")]
    [InlineData(-1, null, "limit must be at least 0, but is -1")]
    [InlineData(null, -1, "offset must be at least 0, but is -1")]
    public void Limits_of_parameters_are_checked_before_anything_is_sent(int? limit, int? offset, string error)
    {
        var connection = new RecordingConnection();

        var refused = FluentActions.Invoking(() => new CampaignsClient(connection).ListCampaigns(A, limit, offset))
            .Should().Throw<RequestValidationException>().Which;
        refused.Errors.Should().ContainSingle().Which.ToString().Should().Be(error);
        refused.Service.Should().Be(ServiceNames.ValentinaNoir);
        connection.Requests.Should().BeEmpty();
    }

    [Fact]
    public void A_request_that_is_null_is_refused_by_the_name_of_its_operation()
        => FluentActions.Invoking(() => new CampaignsClient(new RecordingConnection()).CreateCampaign(A, null!))
            .Should().Throw<ArgumentNullException>().WithMessage("createCampaign was given no request, or no patch, to send.*");

    [Fact]
    public void A_lookup_needs_at_least_one_way_to_recognise_the_user()
        => FluentActions.Invoking(() => new UsersLookupClient(new RecordingConnection()).LookupUser())
            .Should().Throw<RequestValidationException>().Which.Errors.Should().ContainSingle().Which.Member.Should().Be("email");

    [Fact]
    public void A_list_as_body_is_enumerated_once_and_has_a_longest_length()
    {
        var connection = new RecordingConnection();
        var client = new CharactersTraitsClient(connection);
        var asked = 0;
        IEnumerable<CharacterTraitAdd> Traits(int count)
        {
            asked++;
            for (var i = 0; i < count; i++)
            {
                yield return new CharacterTraitAdd { TraitId = B, Value = 1 };
            }
        }

        client.BulkAssignTraitsToCharacter(A, B, Traits(200));
        asked.Should().Be(1);
        ((IEnumerable<CharacterTraitAdd>)connection.Requests[0].Body!).Should().HaveCount(200);
        FluentActions.Invoking(() => client.BulkAssignTraitsToCharacter(A, B, Traits(201)))
            .Should().Throw<RequestValidationException>()
            .Which.Errors.Should().ContainSingle().Which.ToString().Should().Be("body must have at most 200 items, but has 201");
    }

    [Fact]
    public void An_upload_carries_its_file_under_the_declared_name()
    {
        var connection = new RecordingConnection();

        new UsersAssetsClient(connection).UploadUserAsset(A, B, FileUpload.FromBytes("map.png", new byte[] { 1 }));

        connection.Requests[0].FilePartName.Should().Be("file");
        connection.Requests[0].File!.FileName.Should().Be("map.png");
    }

    [Fact]
    public async Task Options_and_token_reach_the_connection_and_a_token_alone_is_enough()
    {
        var connection = new RecordingConnection();
        var options = new RequestOptions();
        using var source = new CancellationTokenSource();

        await new CampaignsClient(connection).GetCampaignAsync(A, B, options, source.Token);
        await new CampaignsClient(connection).GetCampaignAsync(A, B, source.Token);

        connection.Options[0].Should().BeSameAs(options);
        connection.Tokens[0].Should().Be(source.Token);
        connection.Options[1]!.CancellationToken.Should().Be(source.Token);
    }

    [Fact]
    public void The_aggregates_hand_out_one_client_for_each_group()
    {
        var raw = new ValentinaRawClients(new RecordingConnection());

        raw.Campaigns.Should().BeSameAs(raw.Campaigns);
        typeof(ValentinaRawClients).GetProperties().Should().OnlyContain(p => p.PropertyType.Name == p.Name + "Client");
        typeof(ClaudeCodeRawClients).GetProperties().Should().OnlyContain(p => p.PropertyType.Name == p.Name + "Client");
    }

    [Fact]
    public void A_client_without_a_connection_can_be_mocked_and_says_so_otherwise()
    {
        new FakeCampaigns().GetCampaign(A, B).Name.Should().Be("Made up");
        FluentActions.Invoking(() => new FakeCampaigns().ListCampaigns(A))
            .Should().Throw<InvalidOperationException>().WithMessage("*override*");
    }

    [Fact]
    public void Every_method_has_a_synchronous_twin_a_token_and_options_and_is_virtual()
    {
        foreach (var client in Clients())
        {
            var methods = client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            foreach (var method in methods)
            {
                method.IsVirtual.Should().BeTrue($"{client.Name}.{method.Name}");
                method.GetParameters()[^1].ParameterType.Should().Be(typeof(CancellationToken), $"{client.Name}.{method.Name}");
                method.GetParameters()[^2].ParameterType.Should().Be(typeof(RequestOptions), $"{client.Name}.{method.Name}");
            }

            methods.Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal)).Select(m => m.Name[..^5])
                .Should().BeEquivalentTo(
                    methods.Where(m => !m.Name.EndsWith("Async", StringComparison.Ordinal)).Select(m => m.Name), client.Name);
        }
    }

    [Fact]
    public void There_is_one_method_for_each_operation()
        => Clients().SelectMany(c => c.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Count(m => m.Name.EndsWith("Async", StringComparison.Ordinal))
                .Should().Be(166 + 12);

    private static IEnumerable<Type> Clients()
        => typeof(CampaignsClient).Assembly.GetExportedTypes()
            .Where(t => t.Namespace is "Valentina.Raw" or "Valentina.ClaudeCode.Raw"
                && t.IsClass
                && t.Name.EndsWith("Client", StringComparison.Ordinal));

    private sealed class FakeCampaigns : CampaignsClient
    {
        public override Campaign GetCampaign(
            Guid companyId, Guid campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
            => new() { Name = "Made up" };
    }

    private sealed class RecordingConnection : IApiConnection
    {
        public List<ApiRequest> Requests { get; } = [];

        public List<RequestOptions?> Options { get; } = [];

        public List<CancellationToken> Tokens { get; } = [];

        public Task<T> SendAsync<T>(ApiRequest request, JsonReading<T> read, RequestOptions? options, CancellationToken cancellationToken)
            => Task.FromResult(Send(request, read, options, cancellationToken));

        public Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        {
            Send(request, options, cancellationToken);
            return Task.CompletedTask;
        }

        public Task<FileDownload> DownloadAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
            => Task.FromResult(Download(request, options, cancellationToken));

        public T Send<T>(ApiRequest request, JsonReading<T> read, RequestOptions? options, CancellationToken cancellationToken)
        {
            Send(request, options, cancellationToken);
            return Activator.CreateInstance<T>();
        }

        public void Send(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            Options.Add(options);
            Tokens.Add(cancellationToken);
        }

        public FileDownload Download(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        {
            Send(request, options, cancellationToken);
            return new FileDownload(Stream.Null);
        }
    }
}
