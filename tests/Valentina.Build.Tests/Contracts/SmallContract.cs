using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.Build.Tests.Contracts;

/// <summary>A contract of a few operations, whole and plain, for the one change a case is about.</summary>
internal static class SmallContract
{
    public const string List = "/paths/~1things/get";
    public const string Create = "/paths/~1things/post";
    public const string Get = "/paths/~1things~1{thing_id}/get";
    public const string Update = "/paths/~1things~1{thing_id}/patch";
    public const string Delete = "/paths/~1things~1{thing_id}/delete";
    public const string Schemas = "/components/schemas";
    public const string Thing = Schemas + "/Thing/properties";
    public const string NewThing = Schemas + "/NewThing/properties";

    private const string Text = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Small", "version": "1" },
          "paths": {
            "/things": {
              "get": {
                "tags": ["Things"], "operationId": "listThings",
                "parameters": [{ "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 100 } }],
                "responses": { "200": { "description": "All.", "content": { "application/json": {
                  "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } } } } }
              },
              "post": {
                "tags": ["Things"], "operationId": "createThing",
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewThing" } } } },
                "responses": { "201": { "description": "Made.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
              }
            },
            "/things/{thing_id}": {
              "get": {
                "tags": ["Things"], "operationId": "getThing",
                "parameters": [{ "name": "thing_id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }],
                "responses": { "200": { "description": "One.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
              },
              "patch": {
                "tags": ["Things"], "operationId": "updateThing",
                "parameters": [{ "name": "thing_id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }],
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ThingPatch" } } } },
                "responses": { "200": { "description": "Changed.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
              },
              "delete": {
                "tags": ["Things"], "operationId": "deleteThing",
                "parameters": [{ "name": "thing_id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }],
                "responses": { "204": { "description": "Gone." } }
              }
            }
          },
          "components": {
            "schemas": {
              "Thing": {
                "type": "object", "required": ["id", "name", "kind"],
                "properties": {
                  "id": { "type": "string", "format": "uuid" }, "name": { "type": "string" },
                  "kind": { "$ref": "#/components/schemas/Kind" }, "marks": { "type": "array", "items": { "type": "string" } }
                }
              },
              "NewThing": {
                "type": "object", "required": ["name"],
                "properties": { "name": { "type": "string", "maxLength": 50 }, "kind": { "$ref": "#/components/schemas/Kind" } }
              },
              "ThingPatch": {
                "type": "object",
                "properties": { "name": { "type": "string" }, "note": { "type": ["string", "null"] } }
              },
              "Kind": { "type": "string", "enum": ["OLD", "NEW"] }
            }
          }
        }
        """;

    /// <summary>The contract, to be changed.</summary>
    public static JsonObject Document() => JsonText.ParseObject(Text);
}
