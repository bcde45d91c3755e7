using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;

namespace Valentina.Client.Tests.ClaudeCode.Failures;

/// <summary>What failed is called by the method that was called, and a wrong address by its name.</summary>
public sealed class WrongAddressTests
{
    private const string Page = "<!DOCTYPE html><html><body><h1>Forbidden</h1></body></html>";

    [Theory]
    [InlineData(403, Page, "text/html", typeof(ApiException))]
    [InlineData(403, Page, "text/plain", typeof(ApiException))]
    [InlineData(404, Page, "text/html", typeof(NotFoundException))]
    [InlineData(405, Page, "text/html", typeof(ApiException))]
    [InlineData(404, """{"detail":"Not Found"}""", "application/json", typeof(NotFoundException))]
    [InlineData(405, """{"detail":"Method Not Allowed"}""", "application/json", typeof(ApiException))]
    [InlineData(404, """{"status":404,"title":"Not Found","detail":"Not Found"}""", "application/json", typeof(NotFoundException))]
    public async Task A_place_without_the_service_says_so(int status, string body, string mediaType, Type expected)
    {
        using var claude = Wired.Client(
            Wired.Answers(status, body, mediaType), null, static options => options.BaseUrl = "http://claude.test:8006/v1/");
        using var noir = new ValentinaClient(
            new ValentinaOptions { BaseUrl = "http://noir.test/api/v1", ApiKey = "key", SetAsDefault = false },
            Wired.Answers(status, body, mediaType));

        foreach (var (failure, words) in new[]
        {
            (await Record.ExceptionAsync(() => claude.CompleteAsync("x")), "http://claude.test:8006/v1 (it must end before /v1)."),
            (Record.Exception(() => claude.Complete("x")), "http://claude.test:8006/v1 (it must end before /v1)."),
            (await Record.ExceptionAsync(() => noir.Companies.GetPageAsync()), "http://noir.test/api/v1 (it must end before /api/v1)."),
            (Record.Exception(() => noir.Companies.GetPage()), "http://noir.test/api/v1 (it must end before /api/v1)."),
        })
        {
            failure.Should().BeOfType(expected);
            failure!.Message.Should().Contain("check the base URL").And.Contain(words).And.NotContain("html");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handshake_refused_without_a_word_is_a_wrong_path(bool sync)
    {
        using var claude = Wired.Client(Wired.Answers(403, ""));

        var failure = await Record.ExceptionAsync(() => Wired.EventsAsync(sync, claude.StreamEventsAsync("x"), claude.StreamEvents("x")));

        failure.Should().BeOfType<ApiException>().Which.Message.Should().Contain("StreamAsync").And.Contain("check the base URL");
    }

    [Theory]
    [InlineData(403, """{"detail":"Permission denied: no"}""", typeof(PermissionDeniedException))]
    [InlineData(403, "", typeof(PermissionDeniedException))]
    [InlineData(403, """{"detail":"Invalid authentication credentials"}""", typeof(InvalidApiKeyException))]
    [InlineData(404, """{"detail":"Provider x not supported"}""", typeof(NotFoundException))]
    [InlineData(502, Page, typeof(ServerErrorException))]
    public async Task What_the_service_itself_refuses_is_no_wrong_address(int status, string body, Type expected)
    {
        using var claude = Wired.Client(Wired.Answers(status, body));

        var failure = await Record.ExceptionAsync(() => claude.CompleteAsync("x"));

        failure.Should().BeOfType(expected);
        failure!.Message.Should().NotContain("base URL");
    }

    [Fact]
    public async Task Exceptions_speak_of_the_method_that_was_called_and_keep_the_operation()
    {
        using var failing = Wired.Client(Wired.Answers(422, """{"detail":"no"}"""));
        using var unreadable = Wired.Client(Wired.Answers(200, "<html>"));

        (Func<Task> Call, string Method)[] calls =
        [
            (() => failing.CompleteAsync("x"), "CompleteAsync"),
            (() => failing.BatchAsync(["x"]), "BatchAsync"),
            (() => failing.ProcessAsync(new ProcessRequest { Provider = "a", ModelName = "b" }), "ProcessAsync"),
            (() => failing.AgenticTaskAsync("x"), "AgenticTaskAsync"),
            (() => failing.RouteAsync("x"), "RouteAsync"),
            (() => failing.GetUsageAsync(), "GetUsageAsync"),
            (() => failing.HealthAsync(), "HealthAsync"),
            (() => failing.ReadyAsync(), "ReadyAsync"),
            (() => failing.GetServiceInfoAsync(), "GetServiceInfoAsync"),
            (() => failing.GetCapabilitiesAsync(), "GetCapabilitiesAsync"),
            (() => failing.ListProvidersAsync(), "ListProvidersAsync"),
            (() => failing.GetProviderModelsAsync("x"), "GetProviderModelsAsync"),
            (() => failing.GetProviderModelsAsync(" "), "GetProviderModelsAsync"),
            (() => failing.AgenticTaskAsync(" "), "AgenticTaskAsync"),
            (() => failing.BatchAsync([]), "BatchAsync"),
            (() => failing.AgenticTaskAsync(new AgenticTaskRequest { Description = "x", MaxCost = 11 }), "AgenticTaskAsync"),
            (() => unreadable.CompleteAsync("x"), "CompleteAsync"),
            (() => Task.FromResult(failing.Complete("x")), "CompleteAsync"),
        ];
        foreach (var (call, method) in calls)
        {
            var failure = (await Record.ExceptionAsync(call)).Should().BeAssignableTo<ValentinaException>().Which;

            failure.Message.Should().Contain(method).And.NotMatchRegex("_(post|get)");
            failure.Operation.Should().MatchRegex("_(post|get)$", "logs and metrics go by the contract");
        }
    }
}
