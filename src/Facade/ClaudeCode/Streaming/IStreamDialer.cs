namespace Valentina.ClaudeCode.Streaming;

/// <summary>Opens connections to the stream endpoint, through the same chain as every other call.</summary>
internal interface IStreamDialer
{
    Task<StreamConnection> DialAsync(CancellationToken cancellationToken);

    StreamConnection Dial(CancellationToken cancellationToken);
}
