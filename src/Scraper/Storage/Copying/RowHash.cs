using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Scraper.Storage.Copying;

/// <summary>SHA-256 over the rows of a table or view, in order.</summary>
internal sealed class RowHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    public void Add(IEnumerable<object?> row)
    {
        Rows++;
        foreach (var value in row)
        {
            switch (value)
            {
                case null:
                    Append(0, []);
                    break;
                case long number:
                    Append(1, BitConverter.GetBytes(number));
                    break;
                case double real:
                    Append(2, BitConverter.GetBytes(real));
                    break;
                case string text:
                    Append(3, Encoding.UTF8.GetBytes(text));
                    break;
                case byte[] blob:
                    Append(4, blob);
                    break;
                case bool truth:
                    Append(5, [truth ? (byte)1 : (byte)0]);
                    break;
                default:
                    throw new InvalidOperationException($"a {value.GetType().Name} is no value of a store");
            }
        }
    }

    public string Hex() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();

    private void Append(byte kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        _hash.AppendData(head);
        _hash.AppendData(bytes);
    }
}
