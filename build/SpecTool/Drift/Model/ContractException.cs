namespace Valentina.SpecTool.Drift.Model;

/// <summary>A document cannot be loaded or is no OpenAPI document; the message is one sentence for the person at the console.</summary>
/// <param name="message">What is wrong and with which document.</param>
/// <param name="innerException">The cause, if there is one.</param>
public sealed class ContractException(string message, Exception? innerException = null) : Exception(message, innerException);
