using System.Data.Common;
using NpgsqlTypes;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Copying;

/// <summary>A column of a table in both engines.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record CopyColumn(string Name, ColumnKind Kind)
{
    /// <summary>The type as PostgreSQL's COPY writes it.</summary>
    public NpgsqlDbType Type => Kind switch
    {
        ColumnKind.Number => NpgsqlDbType.Bigint,
        ColumnKind.Real => NpgsqlDbType.Double,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        ColumnKind.Truth => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Text,
    };

    /// <summary>The columns of a table or view, with the types that PostgreSQL gives them.</summary>
    public static IReadOnlyList<CopyColumn> Of(SqlSession postgres, string table) => postgres.Rows(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $table ORDER BY ordinal_position",
        r => new CopyColumn(r.GetString(0), r.GetString(1) switch
        {
            "bigint" => ColumnKind.Number,
            "double precision" => ColumnKind.Real,
            "bytea" => ColumnKind.Bytes,
            "boolean" => ColumnKind.Truth,
            _ => ColumnKind.Text,
        }),
        ("$table", table));

    /// <summary>Reads a value, the same from either engine.</summary>
    public object? Read(DbDataReader row, int column) => row.IsDBNull(column) ? null : Kind switch
    {
        ColumnKind.Number => row.GetInt64(column),
        ColumnKind.Real => row.GetDouble(column),
        ColumnKind.Bytes => row.GetFieldValue<byte[]>(column),
        ColumnKind.Truth => row.GetValue(column) is true or not (false or 0L),
        _ => PlainText.Of(row.GetString(column)),
    };
}
