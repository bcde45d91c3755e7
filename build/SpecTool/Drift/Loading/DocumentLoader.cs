using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Loading;

/// <summary>Fetches a document from a file or a URL and makes sure that it is one.</summary>
/// <param name="http">Sends the requests; its time limit applies.</param>
public sealed class DocumentLoader(HttpClient http)
{
    private const int LargestBody = 64 * 1024 * 1024;

    /// <summary>Loads a document.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <exception cref="ContractException">It cannot be reached or is no OpenAPI document; the message says why in one
    /// sentence.</exception>
    public async Task<LoadedDocument> LoadAsync(DocumentSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var document = DocumentParser.Parse(await ReadAsync(source, cancellationToken).ConfigureAwait(false), source.Name);
        await new ReferenceBundler(ReadAsync).BundleAsync(document.Root, source, cancellationToken).ConfigureAwait(false);
        return document;
    }

    private Task<string> ReadAsync(DocumentSource source, CancellationToken cancellationToken) => source.Url is { } url
        ? DownloadAsync(url, source.Name, cancellationToken)
        : ReadFileAsync(source.Location, cancellationToken);

    private static async Task<string> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new ContractException($"{path} is a folder, not a document.");
        }

        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ContractException($"{path} does not exist.", ex);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new ContractException($"{path} cannot be read: {ex.Message}", ex);
        }
    }

    private async Task<string> DownloadAsync(Uri url, string name, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/yaml", 0.9));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.1));
            using var response = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
                throw new ContractException($"{name} answered {status} {response.ReasonPhrase}".TrimEnd() + ".");
            }

            return await ReadBodyAsync(response.Content, name, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException ex)
        {
            throw new ContractException($"{name} cannot be reached: {Reason(ex)}", ex);
        }
        catch (IOException ex)
        {
            throw new ContractException($"{name} broke off before the document was complete.", ex);
        }
        catch (OperationCanceledException ex) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ContractException($"{name} did not answer in time.", ex);
        }
    }

    private static async Task<string> ReadBodyAsync(HttpContent content, string name, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var buffer = new MemoryStream();
            var chunk = new byte[81920];
            int read;
            while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > LargestBody)
                {
                    throw new ContractException($"{name} is larger than 64 MB, which no contract is.");
                }
            }

            buffer.Position = 0;
            using var reader = new StreamReader(buffer, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Reason(HttpRequestException exception)
    {
        var message = (exception.InnerException ?? exception).Message.TrimEnd('.');
        return message + ".";
    }
}
