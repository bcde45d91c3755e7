using System.Buffers;
using Newtonsoft.Json;

namespace Valentina.Connection.Buffers;

/// <summary>Lets the JSON reader and writer rent their buffers.</summary>
internal sealed class CharPool : IArrayPool<char>
{
    public static readonly CharPool Instance = new();

    public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

    public void Return(char[]? array)
    {
        if (array is not null)
        {
            ArrayPool<char>.Shared.Return(array);
        }
    }
}
