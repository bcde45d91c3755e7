using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Commands;

/// <summary>Which exit code an error gives.</summary>
internal static class DriftErrors
{
    private const int UnreadableDocument = 3;

    /// <summary>The exit code; null for what nobody foresaw.</summary>
    public static int? ExitCode(Exception exception) => exception switch
    {
        ContractException or SpecException => UnreadableDocument,
        ConfigurationException or IOException or UnauthorizedAccessException => SpecToolApp.UsageError,
        _ => null,
    };
}
