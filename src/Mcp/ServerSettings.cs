namespace Valentina.Mcp;

/// <summary>What the server is told on its command line or by the environment.</summary>
/// <param name="CompanyId">The company; null for the client's default, from the environment.</param>
/// <param name="UserId">The acting user; null for none.</param>
/// <param name="AllowsWrites">Whether dice may be rolled.</param>
internal sealed record ServerSettings(Guid? CompanyId, Guid? UserId, bool AllowsWrites)
{
    /// <summary>What the tool is called by.</summary>
    public const string CommandName = "valentina-mcp";

    /// <summary>The option with the company.</summary>
    public const string CompanyOption = "--company";

    /// <summary>The environment variable with the acting user.</summary>
    public const string UserVariable = "VALENTINA_MCP_USER_ID";

    /// <summary>The environment variable with the company.</summary>
    public const string CompanyVariable = "VALENTINA_MCP_COMPANY_ID";

    /// <summary>The environment variable that allows writes when it is <c>true</c> or <c>1</c>.</summary>
    public const string WritesVariable = "VALENTINA_MCP_ALLOW_WRITES";
}
