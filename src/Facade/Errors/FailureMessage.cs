using System.Globalization;
using System.Text;
using Valentina.Connection.Secrets;

namespace Valentina;

/// <summary>Writes the message of an exception: what failed, the server's own words, the fields, the request id.</summary>
internal static class FailureMessage
{
    private const int MaxDetail = 1000;

    public static string Of(FailureDetails details)
    {
        var text = new StringBuilder();
        text.Append(details.Service ?? "The server").Append(" answered");
        if (details.CallName is { } call)
        {
            text.Append(' ').Append(call);
        }

        if (details.StatusCode is { } status)
        {
            text.Append(" with ").Append(((int)status).ToString(CultureInfo.InvariantCulture));
        }

        if (!string.IsNullOrWhiteSpace(details.Title))
        {
            AppendClean(text.Append(' '), details.Title, 100);
        }

        if (!string.IsNullOrWhiteSpace(details.Detail) && details.Detail != details.Title)
        {
            AppendClean(text.Append(": "), details.Detail, MaxDetail);
        }

        AppendFields(text, details.InvalidParameters);
        if (details.Code is not null)
        {
            AppendClean(text.Append(" [code "), details.Code, 100);
            text.Append(']');
        }

        if (details.RetryAfter is { } wait)
        {
            text.Append(CultureInfo.InvariantCulture, $" [retry after {wait.TotalSeconds:0.##} s]");
        }

        text.Append(Attempts(details.Attempts));
        if (details.RequestId is not null)
        {
            AppendClean(text.Append(" [request "), details.RequestId, 100);
            text.Append(']');
        }

        if (details.Advice is not null)
        {
            text.Append(text[^1] is '.' or ']' or ')' ? " " : ". ").Append(details.Advice);
        }

        return text.ToString();
    }

    private static void AppendFields(StringBuilder text, IReadOnlyList<InvalidParameter> fields)
    {
        var first = true;
        foreach (var field in fields)
        {
            var shown = field.ToString();
            if (shown.Length == 0)
            {
                continue;
            }

            AppendClean(text.Append(first ? " (" : "; "), shown, 300);
            first = false;
        }

        if (!first)
        {
            text.Append(')');
        }
    }

    /// <summary>How often it was tried, for the end of a sentence; nothing for a single time.</summary>
    public static string Attempts(int attempts)
        => attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" [{attempts} attempts]") : "";

    /// <summary>Control characters become visible, so that no server can forge lines of a log.</summary>
    private static void AppendClean(StringBuilder text, string value, int max)
    {
        var clean = value.AsSpan().Trim();
        var shown = clean.Length > max ? clean[..max] : clean;
        VisibleText.Append(text, shown);
        if (shown.Length < clean.Length)
        {
            text.Append('…');
        }
    }
}
