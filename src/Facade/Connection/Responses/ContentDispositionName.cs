using System.Net.Http.Headers;

namespace Valentina.Connection.Responses;

/// <summary>The file name an answer gives: <c>filename*</c> before <c>filename</c>, safe on every system.</summary>
internal static class ContentDispositionName
{
    public static string? Read(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Disposition", out var values)
            || !ContentDispositionHeaderValue.TryParse(values.ToString(), out var disposition))
        {
            return null;
        }

        return SafeFileName.Of(disposition.FileNameStar) ?? SafeFileName.Of(disposition.FileName?.Trim('"'));
    }
}
