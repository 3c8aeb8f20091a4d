using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Scraper.Storage;

namespace Scraper.Mcp;

/// <summary>What stands around every tool: its arguments are looked at first, and a refusal is an answer, not a failure of ours.</summary>
internal static class ToolAnswers
{
    /// <summary>JSON as the HTTP API writes it.</summary>
    public static JsonSerializerOptions Json { get; } = Options();

    /// <summary>Wraps the call of a tool.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (request, cancellationToken) =>
    {
        try
        {
            if (request is { MatchedPrimitive: McpServerTool tool, Params: { } call })
            {
                call.Arguments = ToolArguments.Fit(tool.ProtocolTool.InputSchema, call.Arguments ?? new Dictionary<string, JsonElement>());
            }

            return await next(request, cancellationToken);
        }
        catch (Exception refusal) when (refusal is McpException and not McpProtocolException or StoreException)
        {
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = refusal.Message }] };
        }
    };

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(McpJsonUtilities.DefaultOptions)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.Converters.Insert(0, new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        return options;
    }
}
