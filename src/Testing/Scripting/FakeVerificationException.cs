namespace Valentina.Testing;

/// <summary>A fake was not called as a test expected.</summary>
public sealed class FakeVerificationException : Exception
{
    /// <summary>Creates the exception.</summary>
    public FakeVerificationException(string message) : base(message)
    {
    }
}
