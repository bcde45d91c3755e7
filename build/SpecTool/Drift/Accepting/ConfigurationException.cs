namespace Valentina.SpecTool.Drift.Accepting;

/// <summary>The tool was asked for something it cannot do; the message is one sentence for the person at the console.</summary>
/// <param name="message">What is wrong.</param>
public sealed class ConfigurationException(string message) : Exception(message);
