namespace Valentina.SpecTool.Coverage;

/// <summary>Coverage could not be measured.</summary>
public sealed class CoverageException(string message) : Exception(message);
