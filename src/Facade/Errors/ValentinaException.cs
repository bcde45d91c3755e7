namespace Valentina;

/// <summary>The base of everything this SDK throws about a call, for both services.</summary>
public class ValentinaException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ValentinaException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}
