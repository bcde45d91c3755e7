using System.Text.Json.Nodes;
using Valentina.Testing;
using Valentina.Testing.Contract;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>For each of the 166 operations: what is right is accepted, what is wrong is refused by its name, both ways the same.</summary>
public sealed class EveryOperationTests
{
    public static TheoryData<string> Operations => [.. EmbeddedContracts.Valentina.Value.Operations.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_valid_request_is_accepted_and_both_ways_give_the_same_bytes(string operationId)
    {
        using var scenario = await Scenario.CreateAsync();
        using var twin = await Scenario.CreateAsync();
        var operation = scenario.Fake.Contract.Find(operationId)!;

        var answer = await scenario.Http.SendAsync(
            operation.Method, scenario.Path(operation) + scenario.Query(operation), scenario.Body(operation), scenario.Actor(operation));
        var same = twin.Http.Send(
            operation.Method, twin.Path(operation) + twin.Query(operation), twin.Body(operation), twin.Actor(operation));

        answer.Status.Should().Be(operation.SuccessStatus, answer.Body?.ToJsonString());
        if (operation.SuccessBody is { IsJson: true, Schema: { } schema })
        {
            SchemaValidator.Validate(schema, answer.Body, Strictness.Closed).Should().BeEmpty();
        }

        same.Status.Should().Be(answer.Status);
        same.Bytes.Should().Equal(answer.Bytes);
        scenario.Fake.Coverage.Called[scenario.Fake.Calls[^1].Route!].Should().Contain(operation.SuccessStatus);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_that_violates_one_rule_is_thrown_at_the_caller_with_its_pointer(string operationId)
    {
        using var scenario = await Scenario.CreateAsync();
        var operation = scenario.Fake.Contract.Find(operationId)!;
        var wrongs = InvalidRequests.Of(scenario, operation).ToList();

        wrongs.Should().NotBeEmpty();
        foreach (var wrong in wrongs)
        {
            var thrown = (await scenario
                .Invoking(s => s.Http.SendAsync(operation.Method, wrong.Path, wrong.Body, wrong.HasActor ? s.Actor(operation) : null))
                    .Should().ThrowAsync<FakeContractException>(wrong.ToString())).Which;
            thrown.Violations
                .Should().ContainSingle(wrong.ToString()).Which.Should().BeEquivalentTo(new { wrong.In, wrong.Pointer, wrong.Rule });
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_lenient_fake_refuses_it_in_the_servers_words(string operationId)
    {
        using var scenario = await Scenario.CreateAsync(strict: false);
        var operation = scenario.Fake.Contract.Find(operationId)!;

        foreach (var wrong in InvalidRequests.Of(scenario, operation).Where(wrong => wrong.IsRefusedByServer))
        {
            var answer = await scenario.Http.SendAsync(
                operation.Method, wrong.Path, wrong.Body, wrong.HasActor ? scenario.Actor(operation) : null);

            answer.Status.Should().BeInRange(400, 500, "{0} is refused: {1}", wrong, answer.Body?.ToJsonString());
            if (answer.Status == 400 && wrong.Pointer.Length > 0)
            {
                answer.Body!.ToJsonString().ToLowerInvariant()
                    .Should().Contain(wrong.Pointer.Split('/')[^1].ToLowerInvariant(), "{0} is named", wrong);
            }
        }
    }
}
