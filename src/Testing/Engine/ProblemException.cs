using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The server's no, with everything its error says.</summary>
internal sealed class ProblemException : Exception
{
    private ProblemException(int status, string detail) : base(detail) => Status = status;

    public int Status { get; }

    /// <summary>The entries of <c>invalid_parameters</c>.</summary>
    public List<(string Field, string Message)> Fields { get; } = [];

    public string? Code { get; private init; }

    /// <summary>Whether it is the short form of an uncaught error.</summary>
    public bool IsUncaught { get; private init; }

    public static ProblemException NotFound(string what) => new(404, $"{what} not found");

    public static ProblemException Forbidden(string detail = "No rights to access this resource") => new(403, detail);

    public static ProblemException Conflict(string detail, string? code = null) => new(409, detail) { Code = code };

    /// <summary>What the database says of a second row with a value that only one may have.</summary>
    public static ProblemException Duplicate(string table, string column, string value)
        => Conflict(
            $"duplicate key value violates unique constraint \"{table}_{column}_key\"\nDETAIL:  Key ({column})=({value}) already exists.");

    /// <summary>What the database says of a row that names another one which is not there.</summary>
    public static ProblemException Missing(string table, string column, string id, string target)
        => Conflict(
            $"insert or update on table \"{table}\" violates foreign key constraint \"{table}_{column}_fkey\"\n"
            + $"DETAIL:  Key ({column})=({id}) is not present in table \"{target}\".");

    public static ProblemException WithCode(int status, string detail, string code) => new(status, detail) { Code = code };

    /// <summary>A 400 that names no field.</summary>
    public static ProblemException Plain(string detail) => new(400, detail);

    /// <summary>A 400 whose useful text is in the detail, with the placeholder entry.</summary>
    public static ProblemException Invalid(string detail)
    {
        var problem = new ProblemException(400, detail);
        problem.Fields.Add(("body", "One or more fields did not pass validation."));
        return problem;
    }

    /// <summary>A 400 for one field of the request's form.</summary>
    public static ProblemException Malformed(string field, string message)
    {
        var problem = new ProblemException(400, "Validation failed for one or more fields.");
        problem.Fields.Add((field, message));
        return problem;
    }

    /// <summary>A 400 with its own detail and fields.</summary>
    public static ProblemException Fielded(string detail, params (string Field, string Message)[] fields)
    {
        var problem = new ProblemException(400, detail);
        problem.Fields.AddRange(fields);
        return problem;
    }

    /// <summary>The short 500 of an error nobody caught.</summary>
    public static ProblemException Uncaught() => new(500, "Internal Server Error") { IsUncaught = true };

    /// <summary>The 500 of a caught error.</summary>
    public static ProblemException ServerError()
        => new(500, "Something went wrong on our end. Please contact support if the issue persists.");

    public static ProblemException Other(int status, string detail) => new(status, detail);

    public JsonObject Body(FakeRequest request, string? requestId)
    {
        if (IsUncaught)
        {
            return new JsonObject { ["status_code"] = Status, ["detail"] = Message };
        }

        var body = new JsonObject
        {
            ["status"] = Status,
            ["title"] = ReasonPhrases.For(Status),
            ["detail"] = Message,
            ["instance"] = request.Url.AbsoluteUri,
        };
        if (requestId is not null)
        {
            body["request_id"] = requestId;
        }

        if (Fields.Count > 0)
        {
            body["invalid_parameters"] = new JsonArray([.. Fields.Select(field => new JsonObject
            {
                ["field"] = field.Field, ["message"] = field.Message
            })]);
        }

        if (Code is not null)
        {
            body["code"] = Code;
        }

        return body;
    }
}
