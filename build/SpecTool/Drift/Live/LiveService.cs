using System.Net.Http.Headers;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Drift.Live;

/// <summary>Reads from a running service. It only ever sends GET, and no message ever shows the key.</summary>
/// <param name="http">Sends the requests.</param>
/// <param name="environment">Holds the key.</param>
/// <param name="api">The API.</param>
/// <param name="address">Where the service runs.</param>
public sealed class LiveService(HttpClient http, DriftEnvironment environment, ApiEntry api, string address)
{
    private const int LongestWait = 60;

    /// <summary>Sends a GET.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="actingUser">Whom the request is made for; null = nobody.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ConfigurationException">The key is not given.</exception>
    /// <exception cref="ContractException">The service cannot be reached.</exception>
    public async Task<LiveAnswer> GetAsync(string path, string? actingUser, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(path, actingUser, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 429 && answer.Wait is { } wait && wait.TotalSeconds <= LongestWait)
        {
            await Task.Delay(wait, environment.Time, cancellationToken).ConfigureAwait(false);
            answer = await SendAsync(path, actingUser, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    private async Task<LiveAnswer> SendAsync(string path, string? actingUser, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address + path);
        Authorise(request.Headers);
        if (actingUser is not null)
        {
            request.Headers.TryAddWithoutValidation("On-Behalf-Of", actingUser);
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            var isText = type.Length == 0
                || type.Contains("json", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
            var body = isText ? await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false) : "";
            return new LiveAnswer((int)response.StatusCode, type, body, response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException ex)
        {
            throw new ContractException($"The service '{api.Name}' cannot be reached: {(ex.InnerException ?? ex).Message}", ex);
        }
        catch (OperationCanceledException ex) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ContractException($"The service '{api.Name}' did not answer in time.", ex);
        }
    }

    private void Authorise(HttpRequestHeaders headers)
    {
        if (api is not { Key: { } variable, KeyHeader: { } header })
        {
            return;
        }

        var key = environment.ValueOf(variable)
            ?? throw new ConfigurationException($"Set {variable} to a key of the service '{api.Name}'.");
        if (key.Any(letter => letter is < '!' or > '~'))
        {
            throw new ConfigurationException($"{variable} holds no key: a key has no blanks or special characters.");
        }

        headers.TryAddWithoutValidation(header, api.KeyScheme is { } scheme ? $"{scheme} {key}" : key);
    }
}

/// <summary>What a service answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The media type without its parameters; empty when there is none.</param>
/// <param name="Body">The body; empty for bytes.</param>
/// <param name="Wait">How long the service asks to wait.</param>
public sealed record LiveAnswer(int Status, string MediaType, string Body, TimeSpan? Wait);
