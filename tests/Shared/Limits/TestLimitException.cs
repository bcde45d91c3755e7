namespace Valentina.Tests.Shared.Limits;

/// <summary>A test, or what it needs, did not end within its limit.</summary>
public sealed class TestLimitException(string message, Exception? inner) : Exception(message, inner);
