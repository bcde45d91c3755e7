using System.Buffers;
using Newtonsoft.Json;

namespace Valentina.Connection.Buffers;

/// <summary>Lets the JSON reader and writer rent their buffers; the pool would keep big ones for each thread.</summary>
internal sealed class CharPool : IArrayPool<char>
{
    public static readonly CharPool Instance = new();

    private const int MaxPooled = 512 * 1024;

    public char[] Rent(int minimumLength)
        => minimumLength <= MaxPooled ? ArrayPool<char>.Shared.Rent(minimumLength) : GC.AllocateUninitializedArray<char>(minimumLength);

    public void Return(char[]? array)
    {
        if (array is { Length: <= MaxPooled })
        {
            ArrayPool<char>.Shared.Return(array);
        }
    }
}
