using System.Net.Http.Headers;

namespace Valentina.Connection.Responses;

/// <summary>The file name an answer gives: <c>filename*</c> before <c>filename</c>, never a path.</summary>
internal static class ContentDispositionName
{
    public static string? Read(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Disposition", out var values)
            || !ContentDispositionHeaderValue.TryParse(values.ToString(), out var disposition))
        {
            return null;
        }

        return FileNames.WithoutPath(disposition.FileNameStar) ?? FileNames.WithoutPath(disposition.FileName?.Trim('"'));
    }
}
